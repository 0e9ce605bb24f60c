import Editor
import Input
import Terminal

/// The panels as tabs, where there is room for one at a time.
struct TabBar {
    let state: EditorState

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        canvas.lay(.panel, over: rect)
        var column = 1
        for panel in Panel.allCases {
            let isFocused = panel == state.focus
            let label = CellRect(
                column: rect.column + column - 1,
                row: rect.row,
                columns: panel.title.count + 2,
                rows: 1
            )
            if isFocused {
                canvas.lay(.selection, over: label)
                canvas.write(canvas.glyphs.selectionBar, .accent, in: label, row: 0)
            }
            canvas.write(
                panel.title,
                isFocused ? .accent : .muted,
                isFocused ? .bold : [],
                in: label,
                row: 0,
                column: 1
            )
            canvas.press(label, .panel(panel))
            column += panel.title.count + 2
        }
    }
}
