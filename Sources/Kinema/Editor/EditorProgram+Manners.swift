import Dispatch
import Editor
import Editorial
import Foundation
import Panes
import PlainText
import Terminal

// What the program does for whoever sits at the terminal, beside drawing.
extension EditorProgram {
    /// Follows the person's files: themes and keys are what they say at once.
    func watchFiles() {
        let places = wiring.places.themeDirectories + [wiring.places.configuration]
        watch = DirectoryWatch(places.map(\.path)) { [weak self] in self?.filesChanged() }
    }

    private func filesChanged() {
        themes.reload()
        let keys = wiring.loadKeymap()
        dispatch(.themesChanged(themes.entries))
        dispatch(.keymapChanged(keys.keymap))
        for error in themes.errors + keys.errors {
            let notice = Notice("\(error)", severity: .warning, at: Wiring.timestamp)
            dispatch(.noticed(notice))
        }
        scheduleDraw()
    }

    /// Gives the terminal to the person's own editor until that ends.
    func edit(_ text: String, for shot: Shot.ID) {
        let editor = ExternalEditor(environment: wiring.environment)
        isLentOut = true
        heedsInterrupts = false
        session.suspend()
        DispatchQueue.global(qos: .userInitiated).async { [weak self] in
            let result = Result { try editor.edit(text) }
            DispatchQueue.main.async { [weak self] in
                MainActor.assumeIsolated { self?.edited(result, for: shot) }
            }
        }
    }

    private func edited(_ result: Result<String, any Error>, for shot: Shot.ID) {
        isLentOut = false
        // One that was meant for whoever had the terminal may still be on its way.
        DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(200)) { [weak self] in
            MainActor.assumeIsolated { self?.heedsInterrupts = true }
        }
        session.resume()
        dispatch(.tick(Wiring.timestamp))
        switch result {
        case .success(let text): dispatch(.promptEdited(text, shot))
        case .failure(let error):
            dispatch(.noticed(Notice("\(error)", severity: .failure, at: Wiring.timestamp)))
        }
    }

    /// Names the project and the shot in the window's title.
    func setTitle() {
        let place = state.breadcrumb
        let wanted = "\(place.project) › \(place.shot) · Kinema"
        guard wanted != title else { return }
        title = wanted
        session.setTitle(wanted)
    }
}
