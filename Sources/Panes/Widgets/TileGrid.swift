import Editor
import Editorial
import Input
import Terminal

/// Pictures with a line or two under each, as many beside one another as fit.
struct TileGrid {
    struct Tile {
        var title = StyledText()
        /// At the right of the title, such as a star.
        var mark = StyledText()
        var detail = StyledText()
        var target: HitTarget?
        /// Its picture, and that one's shape.
        var picture: (subject: PreviewTile.Subject, size: PixelSize)?
        /// What stands in a picture's place where there is none.
        var sign = StyledText()
    }

    var count: Int
    var cursor: Int?
    var hasKeys = true
    var placeholder = StyledText()
    /// The least a tile is; all are as wide as the room allows.
    var least = CellSize(columns: 22, rows: 8)
    /// How large a cell is; tiles are as high as a picture of 16 to 9 is in them.
    var cell: CellPixels?
    let tile: (Int) -> Tile

    private static let gap = CellSize(columns: 3, rows: 1)

    /// How many tiles stand beside one another, which is what up and down go by.
    func across(columns: Int) -> Int {
        max(1, (columns + Self.gap.columns) / (least.columns + Self.gap.columns))
    }

    /// Draws the tiles in sight, and keeps their cells for their pictures.
    ///
    /// - Returns: Where the pictures go, by the place of their tile.
    @discardableResult
    func draw(on canvas: inout Canvas, in rect: CellRect) -> [(index: Int, picture: CellRect)] {
        guard count > 0, !rect.isEmpty else {
            canvas.write(placeholder, in: rect, row: 0)
            return []
        }
        let across = across(columns: rect.columns)
        let height = min(height(across: across, in: rect), rect.rows)
        let shown = max(1, (rect.rows + Self.gap.rows) / (height + Self.gap.rows))
        canvas.grid = CellSize(columns: across, rows: shown)
        let lines = (count + across - 1) / across
        let window = ScrollWindow.rows(count: lines, cursor: (cursor ?? 0) / across, room: shown)
        let tracks = Array(repeating: Track(least: 1, most: widest), count: across)
        var pictures: [(index: Int, picture: CellRect)] = []
        var tiles: [PreviewTile] = []
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
                pictures.append((index, draw(index, on: &canvas, in: cell, &tiles)))
            }
        }
        canvas.show(tiles, in: rect)
        ScrollBar(count: lines, shown: window).draw(on: &canvas, beside: rect)
        return pictures
    }

    private var widest: Int { least.columns * 3 / 2 }

    private func height(across: Int, in rect: CellRect) -> Int {
        guard let cell else { return least.rows }
        let gaps = (across - 1) * Self.gap.columns
        let columns = min(widest, max(1, (rect.columns - gaps) / across))
        let rows = Double(columns * cell.width) * 9 / 16 / Double(max(1, cell.height))
        return max(3, Int(rows.rounded())) + 2
    }

    private func draw(
        _ index: Int,
        on canvas: inout Canvas,
        in cell: CellRect,
        _ tiles: inout [PreviewTile]
    ) -> CellRect {
        let tile = tile(index)
        let parts = cell.rows([Track(), .fixed(min(2, cell.rows))])
        let (picture, words) = (parts[0], parts[1])
        canvas.lay(.raised, over: picture)
        if index == cursor {
            for row in 0..<words.rows { canvas.mark(row: row, in: words, hasKeys: hasKeys) }
        }
        canvas.write(tile.title, right: tile.mark, in: words, row: 0)
        canvas.write(tile.detail, in: words, row: 1)
        canvas.write(
            tile.sign,
            in: picture,
            row: picture.rows / 2,
            column: max(0, (picture.columns - tile.sign.columns) / 2)
        )
        if let shown = tile.picture, let pixels = self.cell {
            let place = PictureArea.fitted(shown.size, cell: pixels, in: picture)
            if !place.isEmpty { tiles.append(PreviewTile(shown.subject, place: place)) }
        }
        if let target = tile.target { canvas.press(cell, target) }
        return picture
    }
}
