import Editor
import Input

extension Canvas {
    /// Keeps cells for small pictures; all other cells of `area` stay as they are.
    mutating func show(_ tiles: [PreviewTile], in area: CellRect) {
        guard !tiles.isEmpty else { return }
        for tile in tiles { clear(tile.place) }
        picture = area
        covered = area.without(tiles.map(\.place))
        self.tiles = tiles
    }

    /// What to ask for the small pictures; nil where there are none.
    var request: PreviewRequest? {
        guard let picture, !tiles.isEmpty else { return nil }
        let placed = tiles.map { tile in
            var place = tile.place
            place.column -= picture.column
            place.row -= picture.row
            return PreviewTile(tile.subject, place: place)
        }
        return .tiles(placed, over: picture.size)
    }
}

extension CellRect {
    /// Returns what is left of it without other rectangles, as few rectangles.
    func without(_ holes: [CellRect]) -> [CellRect] {
        var open: [CellRect] = []
        var done: [CellRect] = []
        for row in self.row..<maxRow {
            let spans = spans(of: row, without: holes)
            var next: [CellRect] = []
            for span in spans {
                let above = open.first { $0.column == span.column && $0.columns == span.columns }
                next.append(
                    CellRect(
                        column: span.column,
                        row: above?.row ?? row,
                        columns: span.columns,
                        rows: (above?.rows ?? 0) + 1
                    )
                )
            }
            done += open.filter { old in
                !next.contains { $0.column == old.column && $0.columns == old.columns }
            }
            open = next
        }
        return done + open
    }

    private func spans(of row: Int, without holes: [CellRect]) -> [CellRect] {
        let across = holes.filter { (max($0.row, self.row)..<max($0.maxRow, $0.row)).contains(row) }
            .sorted { $0.column < $1.column }
        var spans: [CellRect] = []
        var column = self.column
        for hole in across {
            if hole.column > column {
                let end = min(hole.column, maxColumn)
                spans.append(CellRect(column: column, row: row, columns: end - column, rows: 1))
            }
            column = max(column, hole.maxColumn)
        }
        if column < maxColumn {
            spans.append(CellRect(column: column, row: row, columns: maxColumn - column, rows: 1))
        }
        return spans.filter { !$0.isEmpty }
    }
}
