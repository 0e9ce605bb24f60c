import Editor
import Panes
import PlainText
import Terminal

/// The themes as their files have them, and the one that a terminal is drawn with.
@MainActor
final class ThemeKeeper {
    private let directories: [String]
    private var library: ThemeLibrary
    private var depth = ColourDepth.direct
    private var isLight = false

    init(directories: [String]) {
        self.directories = directories
        library = .load(directories: directories)
    }

    /// What is wrong in the files of themes.
    var errors: [PlainTextError] { library.errors }

    var entries: [ThemeSetting.Entry] {
        library.themes.map {
            ThemeSetting.Entry(id: $0.id, title: $0.name, isLight: $0.isLight)
        }
    }

    /// Reads the files again.
    ///
    /// A theme whose file is wrong just now stays as it was, so that the
    /// screen does not jump while somebody writes it.
    func reload() {
        let fresh = ThemeLibrary.load(directories: directories)
        library = fresh.keeping(library)
    }

    /// Follows what a terminal can show and how light it is.
    func use(_ capabilities: TerminalCapabilities) {
        depth = capabilities.depth
        isLight = capabilities.isLight ?? false
    }

    /// Returns the theme for a setting; colours are left out where there are none.
    func theme(for setting: ThemeSetting) -> Theme {
        guard depth != .none, let id = setting.shown, let theme = library[id] else {
            return library.automatic(depth: depth, isLight: isLight)
        }
        return theme
    }
}
