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
        var errors = themes.errors + keys.errors
        do throws(PlainTextError) {
            dispatch(.snippetsChanged(try wiring.places.snippets.read()))
        } catch {
            errors.append(error)
        }
        for error in errors {
            let notice = Notice("\(error)", severity: .warning, at: Wiring.timestamp)
            dispatch(.noticed(notice))
        }
        scheduleDraw()
    }

    /// Opens a prompt in the person's own editor.
    func edit(_ text: String, for shot: Shot.ID) {
        lend(text, of: ExternalEditor.Subject(name: "prompt", ending: ".txt")) {
            .promptEdited($0, shot)
        }
    }

    /// Opens a preset's file in the person's own editor.
    func editPreset(_ id: String) {
        do {
            let text = try PresetDesk(places: wiring.places, presets: presets).text(of: id)
            lend(text, of: ExternalEditor.Subject(name: "preset", ending: ".yaml")) {
                .presetEdited($0, id: id)
            }
        } catch {
            dispatch(.noticed(Notice("\(error)", severity: .failure, at: Wiring.timestamp)))
        }
    }

    /// Gives the terminal to the person's own editor until that ends.
    private func lend(
        _ text: String,
        of subject: ExternalEditor.Subject,
        then edited: @escaping @Sendable (String) -> Action
    ) {
        let editor = ExternalEditor(environment: wiring.environment)
        lentTo = editor
        interrupts?.ignore()
        session.suspend()
        DispatchQueue.global(qos: .userInitiated).async { [weak self] in
            let result = Result { edited(try editor.edit(text, of: subject)) }
            DispatchQueue.main.async { [weak self] in
                MainActor.assumeIsolated { self?.takeBack(result) }
            }
        }
    }

    private func takeBack(_ result: Result<Action, any Error>) {
        lentTo = nil
        interrupts?.attend()
        session.resume()
        dispatch(.tick(Wiring.timestamp))
        switch result {
        case .success(let action): dispatch(action)
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
