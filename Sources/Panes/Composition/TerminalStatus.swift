/// What the preview says of the terminal it is drawn in.
package struct TerminalStatus: Hashable, Sendable {
    /// How pictures are drawn, such as `kitty`.
    package var graphics: String
    /// What else there is to say, such as `5 ms`; empty for nothing.
    package var detail: String
    /// The signs that the terminal and the locale can show.
    package var glyphs: Glyphs

    package init(graphics: String, detail: String = "", glyphs: Glyphs = .unicode) {
        self.graphics = graphics
        self.detail = detail
        self.glyphs = glyphs
    }
}
