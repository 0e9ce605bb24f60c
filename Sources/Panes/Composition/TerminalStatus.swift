package import Terminal

/// What the panes must know of the terminal they are drawn for.
package struct TerminalStatus: Hashable, Sendable {
    /// How pictures are drawn, such as `kitty`; the preview says so.
    package var graphics: String
    /// What else there is to say, such as `5 ms`; empty for nothing.
    package var detail: String
    /// The signs that the terminal and the locale can show.
    package var glyphs: Glyphs
    /// How large a cell is, which is what a picture's shape in cells comes from.
    package var cell: CellPixels

    package init(
        graphics: String,
        detail: String = "",
        glyphs: Glyphs = .unicode,
        cell: CellPixels = .assumed
    ) {
        self.graphics = graphics
        self.detail = detail
        self.glyphs = glyphs
        self.cell = cell
    }
}
