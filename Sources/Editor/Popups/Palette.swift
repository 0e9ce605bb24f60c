package import Editorial
package import Input

/// The fuzzy search over commands and presets.
package struct Palette: Hashable, Sendable {
    package var field = TextField()
    package var selection = 0
}

/// A line of the palette.
package struct PaletteRow: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case command(Command.ID)
        /// A preset by its id; it goes into the shot's motion.
        case preset(String)
        case shot(Shot.ID)
    }

    package let subject: Subject
    package let title: String
    /// The characters of the title that match, as offsets.
    package let highlights: [Int]
    /// One sentence.
    package let detail: String
    /// Keys for the same thing, where there are some.
    package let keys: KeySequence?
    /// Why it cannot be done now.
    package let reason: String?
    let score: Int
}
