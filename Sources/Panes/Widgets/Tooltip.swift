import Input
import Terminal

/// A sentence beside what it is about.
struct Tooltip: Equatable {
    var text: String
    /// The cell it belongs to.
    var anchor: CellPoint

    private static let widest = 44

    func draw(on canvas: inout Canvas) {
        let screen = canvas.surface.size
        let room = max(1, min(Self.widest, screen.columns - 2))
        let lines = text.wrapped(columns: room, limit: 4, ellipsis: canvas.glyphs.ellipsis)
        let columns = (lines.map(\.cellWidth).max() ?? 0) + 2
        let rect = Overlay.place(
            CellSize(columns: columns, rows: lines.count),
            at: anchor,
            on: screen
        )
        canvas.layOver(rect, .selection)
        for (row, line) in lines.enumerated() {
            canvas.write(line, .text, in: rect.inset(columns: 1), row: row)
        }
    }
}
