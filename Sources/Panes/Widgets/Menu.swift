import Editor
import Input
import Terminal

/// Commands to choose from, beside what they are for.
struct Menu {
    var rows: [MenuRow]
    var cursor: Int
    /// The cell it belongs to.
    var anchor: CellPoint

    func draw(on canvas: inout Canvas) {
        let screen = canvas.surface.size
        let titles = rows.map(\.title.cellWidth).max() ?? 0
        let keys = rows.map { $0.keys?.label.cellWidth ?? 0 }.max() ?? 0
        let size = CellSize(columns: titles + keys + 7, rows: min(rows.count + 2, screen.rows))
        let rect = Overlay.place(size, at: anchor, on: screen)
        canvas.layOver(rect)
        canvas.press(rect, .popup)
        let padding = min(1, max(0, rect.rows - 1) / 2)
        RowList(count: rows.count, cursor: cursor) { index in
            let row = rows[index]
            return RowList.Row(
                left: StyledText(row.title, row.reason == nil ? .text : .faint),
                right: StyledText(row.keys?.label ?? "", .muted),
                target: .popupRow(index)
            )
        }.draw(on: &canvas, in: rect.inset(columns: 2, rows: padding))
    }
}
