package import Input

/// A screenful of cells, drawn on before the terminal sees any of it.
///
/// Everything clips: what falls outside is not drawn, and a wide grapheme is
/// there whole or not at all.
package struct Surface: Hashable, Sendable {
    package let size: CellSize
    private var cells: [Cell]

    package init(size: CellSize, style: CellStyle = CellStyle()) {
        let size = CellSize(columns: max(0, size.columns), rows: max(0, size.rows))
        self.size = size
        cells = Array(repeating: Cell(style: style), count: size.columns * size.rows)
    }

    /// - Precondition: Row and column lie on the surface.
    package subscript(row: Int, column: Int) -> Cell {
        precondition(contains(row, column), "The cell lies outside the surface.")
        return cells[row * size.columns + column]
    }

    /// Fills a rectangle with one style and glyph; a glyph that is not one
    /// column wide leaves blanks.
    package mutating func fill(_ rect: CellRect, _ style: CellStyle, _ glyph: String = " ") {
        let rect = clip(rect)
        guard !rect.isEmpty else { return }
        var fits = false
        for character in glyph.prefix(2) {
            ScreenCluster.forEach(in: character) { fits = $0.columns == 1 && $0.text == glyph }
        }
        let cell = Cell(text: fits ? glyph : " ", style: style)
        for row in rect.row..<rect.maxRow {
            sever(row, rect.column)
            sever(row, rect.maxColumn)
            for column in rect.column..<rect.maxColumn {
                cells[row * size.columns + column] = cell
            }
        }
    }

    /// Writes text on one row, over no more than the given columns; nil is as
    /// far as the edge.
    ///
    /// - Returns: The columns the text took, the invisible ones left of the
    ///   edge among them.
    @discardableResult
    package mutating func write(
        _ text: String,
        row: Int,
        column: Int,
        style: CellStyle,
        columns: Int? = nil
    ) -> Int {
        guard (0..<size.rows).contains(row), column < size.columns else { return 0 }
        let end = min(size.columns, columns.map { column + min($0, size.columns) } ?? size.columns)
        var at = column
        var isFull = false
        for character in text where !isFull {
            ScreenCluster.forEach(in: character) { cluster in
                guard !isFull, at + cluster.columns <= end else { return isFull = true }
                put(cluster, row, at, style)
                at += cluster.columns
            }
        }
        return max(0, at - column)
    }

    /// Changes the style of what is already there.
    package mutating func restyle(_ rect: CellRect, _ change: (inout CellStyle) -> Void) {
        let rect = clip(rect)
        guard !rect.isEmpty else { return }
        for row in rect.row..<rect.maxRow {
            for column in rect.column..<rect.maxColumn {
                change(&cells[row * size.columns + column].style)
            }
        }
    }

    /// The rows as text, without the blanks at their ends.
    package var lines: [String] {
        (0..<size.rows).map { row in
            var line = ""
            for column in 0..<size.columns { line += self[row, column].text }
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }

    private func contains(_ row: Int, _ column: Int) -> Bool {
        (0..<size.rows).contains(row) && (0..<size.columns).contains(column)
    }

    private func clip(_ rect: CellRect) -> CellRect {
        rect.intersection(CellRect(column: 0, row: 0, columns: size.columns, rows: size.rows))
    }

    private mutating func put(
        _ cluster: ScreenCluster,
        _ row: Int,
        _ column: Int,
        _ style: CellStyle
    ) {
        guard column >= 0 else {
            // The half that would show is a blank.
            let blank = ScreenCluster(text: " ", columns: 1)
            if column == -1, cluster.columns == 2 { put(blank, row, 0, style) }
            return
        }
        sever(row, column)
        sever(row, column + cluster.columns)
        let index = row * size.columns + column
        cells[index] = Cell(text: cluster.text, style: style)
        if cluster.columns == 2 { cells[index + 1] = Cell(text: "", style: style) }
    }

    /// Blanks a wide grapheme that has one half on either side of a column's
    /// left edge.
    private mutating func sever(_ row: Int, _ column: Int) {
        guard column > 0, column < size.columns else { return }
        let index = row * size.columns + column
        guard cells[index].text.isEmpty else { return }
        cells[index].text = " "
        cells[index - 1].text = " "
    }
}
