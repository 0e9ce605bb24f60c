/// One cell of the screen.
package struct Cell: Hashable, Sendable {
    /// What the cell shows: one grapheme, or empty for the right half of a
    /// wide one.
    package var text: String
    package var style: CellStyle

    package init(text: String = " ", style: CellStyle = CellStyle()) {
        self.text = text
        self.style = style
    }
}
