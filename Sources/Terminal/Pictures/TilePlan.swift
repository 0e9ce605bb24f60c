import Input

/// Cells of a picture that changed, made into few rectangles.
struct TilePlan {
    let columns: Int
    /// A byte for each cell; 1 is under a pop-up.
    let covered: [UInt8]
    /// A byte for each cell; 1 is to be sent.
    let dirty: [UInt8]

    /// Returns the rectangles of a strip of rows; none holds a covered cell,
    /// together they hold every dirty one.
    func tiles(in rows: Range<Int>) -> [CellRect] {
        let marked = (0..<columns).filter { column in
            rows.contains { dirty[$0 * columns + column] != 0 }
        }
        guard let first = marked.first, let last = marked.last else { return [] }
        let isFree = rows.allSatisfy { row in
            (first...last).allSatisfy { covered[row * columns + $0] == 0 }
        }
        guard isFree else { return pieces(in: rows) }
        let changed = rows.filter { row in
            (first...last).contains { dirty[row * columns + $0] != 0 }
        }
        let top = changed.first ?? rows.lowerBound
        let bottom = changed.last ?? top
        return [
            CellRect(column: first, row: top, columns: last - first + 1, rows: bottom - top + 1)
        ]
    }

    /// Joins rectangles that lie above one another, while they hold no more
    /// than so many cells: each costs a header and a palette.
    ///
    /// - Precondition: Nothing is covered, as the cells between would be sent.
    static func joined(_ tiles: [CellRect], most cells: Int) -> [CellRect] {
        var joined: [CellRect] = []
        for tile in tiles {
            guard let last = joined.last, last.maxRow == tile.row else {
                joined.append(tile)
                continue
            }
            let column = min(last.column, tile.column)
            let both = CellRect(
                column: column,
                row: last.row,
                columns: max(last.maxColumn, tile.maxColumn) - column,
                rows: last.rows + tile.rows
            )
            let needed = last.columns * last.rows + tile.columns * tile.rows
            if both.columns * both.rows <= min(cells, needed * 10 / 9) {
                joined[joined.count - 1] = both
            } else {
                joined.append(tile)
            }
        }
        return joined
    }

    /// Cuts a rectangle into columns of no more than about so many cells.
    static func cut(_ tile: CellRect, most cells: Int) -> [CellRect] {
        guard tile.columns * tile.rows > cells else { return [tile] }
        let step = max(4, cells / tile.rows)
        return stride(from: tile.column, to: tile.maxColumn, by: step).map { column in
            CellRect(
                column: column,
                row: tile.row,
                columns: min(step, tile.maxColumn - column),
                rows: tile.rows
            )
        }
    }

    /// Runs of each row, those alike in rows below one another joined.
    private func pieces(in rows: Range<Int>) -> [CellRect] {
        var tiles: [CellRect] = []
        for row in rows {
            for run in runs(in: row) {
                let above = tiles.firstIndex {
                    $0.maxRow == row && $0.column == run.lowerBound
                        && $0.maxColumn == run.upperBound
                }
                if let above {
                    tiles[above].rows += 1
                } else {
                    tiles.append(
                        CellRect(column: run.lowerBound, row: row, columns: run.count, rows: 1)
                    )
                }
            }
        }
        return tiles
    }

    /// The uncovered stretches of a row, each from its first to its last
    /// dirty cell.
    private func runs(in row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var isOpen = false
        for column in 0..<columns {
            let index = row * columns + column
            if covered[index] != 0 {
                isOpen = false
            } else if dirty[index] != 0 {
                if isOpen {
                    runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<column + 1
                } else {
                    runs.append(column..<column + 1)
                    isOpen = true
                }
            }
        }
        return runs
    }
}
