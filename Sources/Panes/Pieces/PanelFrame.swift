import Editor
import Input

/// What every panel has: its surface, its title, its key, and how focus shows.
///
/// Focus is the accent, a bar on the upper edge and a bold title, so that it
/// is there without colours too.
struct PanelFrame {
    var panel: Panel
    var title: String
    var key: String
    var surface: Theme.Role
    var isFocused: Bool
    /// The blank columns at each side.
    var padding = 2

    /// Draws it and returns what is left inside for the panel's own things.
    func draw(on canvas: inout Canvas, in rect: CellRect) -> CellRect {
        canvas.lay(surface, over: rect)
        canvas.press(rect, .panel(panel))
        if isFocused {
            let bar = String(repeating: canvas.glyphs.focusBar, count: rect.columns)
            canvas.write(bar, .accent, in: rect, row: 0)
        }
        let inside = rect.inset(columns: min(padding, rect.columns / 8))
        canvas.write(titleText, right: StyledText(key, .faint), in: inside, row: 1)
        return CellRect(
            column: inside.column,
            row: rect.row + 3,
            columns: inside.columns,
            rows: rect.rows - 3
        )
    }

    var titleText: StyledText {
        isFocused ? StyledText(title, .accent, .bold) : StyledText(title, .muted, .bold)
    }
}
