import Editor
import Editorial
import Foundation
import PlainText
import Providers
import Terminal

extension Wiring {
    /// Sees to it that ncurses finds a description with direct colours.
    func describeTerminal() {
        let directory = places.terminfo.path
        guard TerminfoEntry.install(in: directory) else { return }
        // An empty entry stands for the system's own directories.
        let others = environment["TERMINFO_DIRS"] ?? ""
        setenv("TERMINFO_DIRS", "\(directory):\(others)", 1)
    }

    /// Sets the editor up as it was left and as the person's files say; what
    /// is wrong in those becomes messages.
    ///
    /// The theme that is asked for on the command line goes before the
    /// environment's, and that before the one that was chosen last.
    @MainActor
    func setUp(_ state: inout EditorState, _ themes: ThemeKeeper, asked: String?) throws {
        var errors = themes.errors
        do throws(PlainTextError) {
            let settings = try places.settings.read()
            state.take(settings)
            let isKnown = themes.entries.contains { $0.id == settings.theme }
            state.themes.chosen = isKnown ? settings.theme : nil
        } catch {
            errors.append(error)
        }
        state.themes.known = themes.entries
        state.ownPresets = ownPresetIDs
        do throws(PlainTextError) {
            let settings = try ProviderSettings.read(providersFile.path)
            state.models = ProviderDesk(settings, wiring: self).readyCatalogue
        } catch {
            errors.append(error)
        }
        if let named = asked ?? environment["KINEMA_THEME"] {
            state.themes.chosen = try requireTheme(named, among: themes.entries)
        }
        do throws(PlainTextError) {
            state.snippets = try places.snippets.read()
        } catch {
            errors.append(error)
        }
        let keys = loadKeymap()
        state.keymap = keys.keymap
        errors += keys.errors
        state.settingsFacts = facts(
            theme: asked != nil
                ? "--theme" : environment["KINEMA_THEME"].map { _ in "KINEMA_THEME" },
            ownKeys: FileManager.default.fileExists(atPath: keymapFile.path)
                ? Set(keys.keymap.bindings).subtracting(Keymap.standard.bindings).count : nil
        )
        for error in errors {
            let notice = Notice("\(error)", severity: .warning, at: Self.timestamp)
            _ = reduce(&state, .noticed(notice))
        }
    }
}
