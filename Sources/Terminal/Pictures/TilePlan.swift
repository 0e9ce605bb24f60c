import Input

/// Cells of a picture that changed, made into few rectangles.
struct TilePlan {
    let columns: Int
    /// A byte for each cell; 1 is under a pop-up.
    let covered: [UInt8]
    let dirty: [Bool]

    /// Returns the rectangles of a strip of rows; none holds a covered cell,
    /// together they hold every dirty one.
    func tiles(in rows: Range<Int>) -> [CellRect] {
        let marked = (0..<columns).filter { column in
            rows.contains { dirty[$0 * columns + column] }
        }
        guard let first = marked.first, let last = marked.last else { return [] }
        let isFree = rows.allSatisfy { row in
            (first...last).allSatisfy { covered[row * columns + $0] == 0 }
        }
        if isFree {
            return [
                CellRect(
                    column: first,
                    row: rows.lowerBound,
                    columns: last - first + 1,
                    rows: rows.count
                )
            ]
        }
        return pieces(in: rows)
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
            } else if dirty[index] {
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
