import Dispatch
import Editor
import Editorial
import Foundation
import Input
import Motion
import Terminal
import Workspace

/// The editor as a session of lines: one in, some out, and nothing else moves.
///
/// The same commands, the same state, no cursor, no colour and no spinner; what
/// happens meanwhile is said when it has happened.
@MainActor
final class PlainProgram {
    private let wiring: Wiring
    private let workspace: LocalWorkspace
    private let presets: PresetLibrary
    private var state: EditorState
    private var effects: EffectRunner?
    private var observation: Task<Void, Never>?
    /// How many messages were said aloud.
    private var said = 0
    /// Lines that wait until nothing is under way.
    private var waiting: [String] = []
    private var isWaiting = false
    private var hasEnded = false
    /// What it was said of that leaving gives it up.
    private var warned: EditHistory?

    /// The most bytes a line may have.
    private nonisolated static let lineLimit = 1 << 16

    init(wiring: Wiring, workspace: LocalWorkspace, presets: PresetLibrary, state: EditorState) {
        self.wiring = wiring
        self.workspace = workspace
        self.presets = presets
        self.state = state
        self.state.tour = nil
    }

    /// Begins the session; returns at once.
    func start(lines: [String]) {
        let observer = WorkspaceObserver(
            workspace: workspace,
            project: state.project.id,
            process: WorkerProcess(wiring: wiring)
        )
        effects = EffectRunner(
            wiring: wiring,
            workspace: workspace,
            presets: presets,
            observer: observer,
            tell: { [weak self] action in
                Task { @MainActor [weak self] in self?.dispatch(action) }
            }
        )
        effects?.begin(with: state.project, state.history)
        dispatch(.tick(Wiring.timestamp))
        tell("Kinema, a session of lines. “where” tells how all stands, “manual WORDS” searches")
        tell("the manual, “wait” waits until nothing is under way, and “q” leaves.")
        tell(state.spokenState[0])
        sayNews()
        observation = Task { [weak self] in
            await observer.watch { [weak self] result in await self?.observed(result) }
        }
        lines.forEach(take)
        read()
    }

    /// Reads lines away from the main loop, one at a time.
    private func read() {
        DispatchQueue.global(qos: .userInitiated).async { [weak self] in
            let line = readLine(strippingNewline: true)
            DispatchQueue.main.async { [weak self] in
                MainActor.assumeIsolated { self?.came(line) }
            }
        }
    }

    private func came(_ line: String?) {
        guard let line else {
            hasEnded = true
            return goOn()
        }
        take(line)
        read()
    }

    private func take(_ line: String) {
        guard !isWaiting else { return waiting.append(line) }
        guard line.utf8.count <= Self.lineLimit else {
            return tell("The line is too long; it has up to 65 536 characters.")
        }
        let word = line.trimmingCharacters(in: .whitespaces).lowercased()
        dispatch(.tick(Wiring.timestamp))
        switch word {
        case "wait":
            isWaiting = true
            // What was asked for is under way only once it was carried out and told.
            effects?.flush()
            DispatchQueue.main.async { [weak self] in
                MainActor.assumeIsolated { self?.goOn() }
            }
        case "where": state.spokenState.forEach(say)
        case "takes": state.spokenTakes.forEach(say)
        case "undo", "redo": answer("edit.\(word)")
        default: answer(line)
        }
    }

    private func answer(_ line: String) {
        let before = state
        dispatch(.replied(line))
        sayNews()
        state.spokenPopup.forEach(say)
        if state.screen != before.screen, state.popup == nil {
            say("The screen “\(state.screen.title)” has pictures and lists; say screen.editor.")
        }
        let isSilent = said == before.saidCount && state.popup == before.popup
        if isSilent, !line.isEmpty { tell("Done.") }
    }

    private func observed(_ result: Result<WorkspaceNews, any Error>) {
        switch result {
        case .success(let news):
            dispatch(.tick(Wiring.timestamp))
            dispatch(.takesChanged(news.takes))
            dispatch(.filmChanged(news.film))
            effects?.lookElsewhere()
        case .failure(let error):
            dispatch(.noticed(Notice("\(error)", severity: .failure, at: Wiring.timestamp)))
        }
        sayNews()
        goOn()
    }

    private func dispatch(_ action: Action) {
        for effect in reduce(&state, action) {
            switch effect {
            case .quit: leaveWhenSaved()
            case .suspend: raise(SIGSTOP)
            case .copy(let text): say("Copied: \(text)")
            case .notify(_, let text): say(text)
            case .editPrompt, .editPreset:
                say("No editor is opened in a session of lines; write :prompt TEXT.")
            case .account: say("The account is the editor’s; here “kinema sync” syncs.")
            default: effects?.run(effect, of: state.project.id)
            }
        }
        if case .noticed = action { sayNews() }
    }

    /// Says what was not said yet.
    private func sayNews() {
        for notice in state.said(since: said) { say(notice.spoken) }
        said = state.saidCount
    }

    private func tell(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }

    private func say(_ line: String) {
        // Nothing from outside reaches the terminal but as text.
        tell(
            line.split(whereSeparator: \.isNewline).map { String($0).printable }
                .joined(separator: " ")
        )
    }

    /// Goes on with the lines that waited, and leaves at the end of them.
    private func goOn() {
        let isBusy = state.busyTakes > 0 || state.filmExport?.state.isSettled == false
        if isWaiting, !isBusy {
            isWaiting = false
            tell("Nothing is under way.")
            let lines = waiting
            waiting = []
            lines.forEach(take)
        }
        if hasEnded, !isWaiting { leave() }
    }

    /// Leaves, unless what was done last cannot be written; asked again, it
    /// leaves without.
    private func leaveWhenSaved() {
        guard let obstacle = effects?.flush(), warned != state.history else { leave() }
        warned = state.history
        say("Failed: What you did last is not saved: \(obstacle) Say q again to give it up.")
    }

    private func leave() -> Never {
        observation?.cancel()
        if let obstacle = effects?.flush() {
            say("Failed: What was done last is not saved: \(obstacle)")
            exit(1)
        }
        tell("Everything is saved.")
        exit(0)
    }
}

extension Notice {
    /// With what it is in words, where nothing is told by colour.
    fileprivate var spoken: String {
        switch severity {
        case .information, .success: text
        case .warning: "Mind: \(text)"
        case .failure: "Failed: \(text)"
        }
    }
}
