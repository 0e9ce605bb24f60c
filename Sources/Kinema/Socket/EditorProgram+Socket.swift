import Editor
import Editorial
import Foundation

extension EditorProgram {
    /// Lets other programs drive the editor; the first of several editors has the door.
    func openSocket() {
        let path = wiring.places.editorSocket
        try? FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        socket = CommandSocket(path: path) { [weak self] request in
            self?.answer(request) ?? CommandReply(ok: false, said: ["The editor is leaving."])
        }
    }

    private func answer(_ request: CommandRequest) -> CommandReply {
        let before = state.saidCount
        if let line = request.cmd {
            dispatch(.tick(Wiring.timestamp))
            dispatch(.entered(line))
        }
        let news = request.cmd == nil ? [] : state.said(since: before)
        let place = state.breadcrumb
        return CommandReply(
            ok: !news.contains { $0.severity == .warning || $0.severity == .failure },
            said: news.map(\.text),
            mode: state.mode.title,
            screen: state.screen.rawValue,
            project: place.project,
            shot: place.shot,
            shotNumber: place.shotNumber,
            frame: state.playback.frame.value,
            busyTakes: state.busyTakes
        )
    }
}
