/// A setting with its value, and where that comes from.
package struct SettingsRow: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case theme, motion, graphics, keymap
        case model, resolution, frameRate
        /// A place on this machine, by its name.
        case place(String)
    }

    package let subject: Subject
    /// The heading it stands under.
    package let group: String
    package let title: String
    package let value: String
    /// Where the value comes from, in a word or two.
    package let origin: String
    /// What it is for, in a sentence.
    package let help: String
    /// Whether it can be changed here.
    package let isOpen: Bool
}

/// What is decided outside of the editor, for the screen of settings.
package struct SettingsFacts: Hashable, Sendable {
    /// A folder or file, and who says that it is there.
    package struct Place: Hashable, Sendable {
        package let name: String
        package let path: String
        package let origin: String
        package let help: String

        package init(name: String, path: String, origin: String, help: String) {
            self.name = name
            self.path = path
            self.origin = origin
            self.help = help
        }
    }

    package var places: [Place] = []
    /// Who asked for the theme that is drawn with, when it was not chosen here.
    package var themeOrigin: String?
    /// Who asked for less motion, when it was not chosen here.
    package var motionOrigin: String?
    /// Who asked for a way to draw pictures; nil where the terminal was asked.
    package var graphicsOrigin: String?
    /// How pictures may be drawn, `auto` first.
    package var graphics: [String] = ["auto"]
    package var keymapPath = ""
    /// How many keys of a person's own there are; nil without a file.
    package var ownKeys: Int?

    package init() {}
}
