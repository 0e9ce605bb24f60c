import Editor
import Input
import Terminal

/// What was just said, at the upper right, where no status line can say it.
struct Toast {
    var notice: Notice

    private static let widest = 48

    func draw(on canvas: inout Canvas, in screen: CellRect) {
        guard screen.columns >= 12, screen.rows >= 3 else { return }
        let line = MessageText.line(of: notice, glyphs: canvas.glyphs)
        let room = min(Self.widest, screen.columns - 6)
        let ink = line.runs.last?.ink ?? .text
        let lines = line.text.wrapped(columns: room, limit: 3, ellipsis: canvas.glyphs.ellipsis)
        let columns = (lines.map(\.cellWidth).max() ?? 0) + 4
        let rect = CellRect(
            column: screen.maxColumn - columns - 1,
            row: screen.row + 1,
            columns: columns,
            rows: min(lines.count, screen.rows - 2)
        )
        canvas.layOver(rect)
        for (row, line) in lines.enumerated() where row < rect.rows {
            canvas.write(canvas.glyphs.selectionBar, ink, in: rect, row: row)
            canvas.write(line, ink, in: rect, row: row, column: 2)
        }
    }
}
