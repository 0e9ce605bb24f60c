/// A place on the screen, in cells from the upper left.
package struct CellPoint: Hashable, Sendable {
    package var column: Int
    package var row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// An extent on the screen, in cells.
package struct CellSize: Hashable, Sendable {
    package var columns: Int
    package var rows: Int

    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// A rectangle of cells; the far edges are outside it.
package struct CellRect: Hashable, Sendable {
    package var column: Int
    package var row: Int
    package var columns: Int
    package var rows: Int

    package init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    package static let zero = CellRect(column: 0, row: 0, columns: 0, rows: 0)

    package var size: CellSize { CellSize(columns: columns, rows: rows) }
    package var maxColumn: Int { column + columns }
    package var maxRow: Int { row + rows }
    package var isEmpty: Bool { columns == 0 || rows == 0 }

    package func contains(_ point: CellPoint) -> Bool {
        (column..<maxColumn).contains(point.column) && (row..<maxRow).contains(point.row)
    }

    package func intersection(_ other: CellRect) -> CellRect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return CellRect(
            column: left,
            row: top,
            columns: min(maxColumn, other.maxColumn) - left,
            rows: min(maxRow, other.maxRow) - top
        )
    }

    /// Returns the rectangle with this much taken off its sides.
    package func inset(columns: Int = 0, rows: Int = 0) -> CellRect {
        CellRect(
            column: column + columns,
            row: row + rows,
            columns: self.columns - 2 * columns,
            rows: self.rows - 2 * rows
        )
    }
}
