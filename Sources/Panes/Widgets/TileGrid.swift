import Editor
import Input

/// Pictures with a line or two under each, as many beside one another as fit.
struct TileGrid {
    struct Tile {
        var title = StyledText()
        /// At the right of the title, such as a star.
        var mark = StyledText()
        var detail = StyledText()
        var target: HitTarget?
    }

    var count: Int
    var cursor: Int?
    var hasKeys = true
    var placeholder = StyledText()
    /// The least a tile is; all are as wide as the room allows.
    var least = CellSize(columns: 22, rows: 8)
    let tile: (Int) -> Tile

    private static let gap = CellSize(columns: 3, rows: 1)

    /// How many tiles stand beside one another, which is what up and down go by.
    func across(columns: Int) -> Int {
        max(1, (columns + Self.gap.columns) / (least.columns + Self.gap.columns))
    }

    /// Draws the tiles in sight.
    ///
    /// - Returns: Where the pictures go, by the place of their tile.
    @discardableResult
    func draw(on canvas: inout Canvas, in rect: CellRect) -> [(index: Int, picture: CellRect)] {
        guard count > 0, !rect.isEmpty else {
            canvas.write(placeholder, in: rect, row: 0)
            return []
        }
        let across = min(across(columns: rect.columns), max(1, count))
        let height = min(least.rows, rect.rows)
        let shown = max(1, (rect.rows + Self.gap.rows) / (height + Self.gap.rows))
        let lines = (count + across - 1) / across
        let window = ScrollWindow.rows(count: lines, cursor: (cursor ?? 0) / across, room: shown)
        let tracks = Array(
            repeating: Track(least: 1, most: least.columns * 3 / 2),
            count: across
        )
        var pictures: [(index: Int, picture: CellRect)] = []
        for (place, line) in window.enumerated() {
            let row = CellRect(
                column: rect.column,
                row: rect.row + place * (height + Self.gap.rows),
                columns: rect.columns,
                rows: height
            )
            for (column, cell) in row.columns(tracks, gap: Self.gap.columns).enumerated() {
                let index = line * across + column
                guard index < count, !cell.isEmpty else { continue }
                pictures.append((index, draw(index, on: &canvas, in: cell)))
            }
        }
        ScrollBar(count: lines, shown: window).draw(on: &canvas, beside: rect)
        return pictures
    }

    private func draw(_ index: Int, on canvas: inout Canvas, in cell: CellRect) -> CellRect {
        let tile = tile(index)
        let parts = cell.rows([Track(), .fixed(min(2, cell.rows))])
        let (picture, words) = (parts[0], parts[1])
        canvas.lay(.raised, over: picture)
        if index == cursor {
            for row in 0..<words.rows { canvas.mark(row: row, in: words, hasKeys: hasKeys) }
        }
        canvas.write(tile.title, right: tile.mark, in: words, row: 0)
        canvas.write(tile.detail, in: words, row: 1)
        if let target = tile.target { canvas.press(cell, target) }
        return picture
    }
}
