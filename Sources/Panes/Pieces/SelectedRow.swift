import Input

extension Canvas {
    /// Marks a row as the one the cursor is on: lifted, with a bar at its left.
    ///
    /// The rectangle is the panel's inside; the mark takes a column more on both
    /// sides. Where the panel has not the keys, the bar is quiet.
    mutating func mark(row: Int, in rect: CellRect, hasKeys: Bool) {
        guard (0..<rect.rows).contains(row) else { return }
        let whole = CellRect(
            column: rect.column - 1,
            row: rect.row + row,
            columns: rect.columns + 2,
            rows: 1
        )
        lay(.selection, over: whole)
        write(glyphs.selectionBar, hasKeys ? .accent : .faint, in: whole, row: 0)
    }

    /// Draws a rule over the whole width of a rectangle.
    mutating func rule(in rect: CellRect, row: Int) {
        write(String(repeating: glyphs.rule, count: rect.columns), .rule, in: rect, row: row)
    }
}
