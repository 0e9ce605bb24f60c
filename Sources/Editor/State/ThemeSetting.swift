/// Which theme the editor is drawn with.
package struct ThemeSetting: Hashable, Sendable {
    /// A theme there is.
    package struct Entry: Hashable, Sendable {
        /// What it is called in files and commands, such as `nord`.
        package let id: String
        /// The name a person reads.
        package let title: String
        package let isLight: Bool

        package init(id: String, title: String, isLight: Bool) {
            self.id = id
            self.title = title
            self.isLight = isLight
        }
    }

    /// By name.
    package var known: [Entry]
    /// The one a person chose; nil follows the terminal's light or dark.
    package var chosen: String?
    /// The one that the cursor of the list is on.
    package internal(set) var tried: String?

    package init(known: [Entry] = [], chosen: String? = nil) {
        self.known = known
        self.chosen = chosen
    }

    /// The theme to draw with; nil follows the terminal.
    package var shown: String? {
        guard let tried else { return chosen }
        return tried == Self.automatic ? nil : tried
    }

    /// What following the terminal is called in commands.
    package static let automatic = "auto"
}

extension EditorState {
    /// Takes a theme by its id; `auto` follows the terminal.
    mutating func chooseTheme(_ id: String) -> [Effect] {
        themes.tried = nil
        if id == ThemeSetting.automatic {
            themes.chosen = nil
        } else if themes.known.contains(where: { $0.id == id }) {
            themes.chosen = id
        } else {
            let names = themes.known.map(\.id).joined(separator: ", ")
            say("There is no theme “\(id)”; there are auto, \(names).", .warning)
            return []
        }
        return [.remember(settings)]
    }
}
