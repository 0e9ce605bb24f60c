import Input

/// Where a window lies in something longer; nothing where all of it is seen.
struct ScrollBar: Equatable {
    var count: Int
    /// The rows in sight.
    var shown: Range<Int>

    /// Returns the rows of the bar that the thumb takes; nil without a bar.
    func thumb(rows: Int) -> Range<Int>? {
        guard count > shown.count, rows > 1, !shown.isEmpty else { return nil }
        let size = max(1, min(rows - 1, rows * shown.count / count))
        let hidden = count - shown.count
        let start = (shown.lowerBound * (rows - size) + hidden / 2) / hidden
        return start..<start + size
    }

    /// Draws it in the column right of a rectangle.
    func draw(on canvas: inout Canvas, beside rect: CellRect) {
        guard let thumb = thumb(rows: rect.rows) else { return }
        let column = CellRect(column: rect.maxColumn, row: rect.row, columns: 1, rows: rect.rows)
        for row in thumb { canvas.write(canvas.glyphs.scrollThumb, .faint, in: column, row: row) }
    }
}
