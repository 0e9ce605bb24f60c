import Editor
import Input
import Terminal

/// What every panel has: its surface, its title, its key, and how focus shows.
///
/// Focus is the accent, a bar on the upper edge and a bold title, so that it
/// is there without colours too.
struct PanelFrame {
    let panel: Panel
    let surface: Theme.Role
    let isFocused: Bool
    /// Whether a row of tabs names the panel already.
    let isTabbed: Bool

    init(_ panel: Panel, of state: EditorState, surface: Theme.Role, isTabbed: Bool = false) {
        self.panel = panel
        self.surface = surface
        isFocused = state.focus == panel
        self.isTabbed = isTabbed
    }

    var title: StyledText {
        isFocused
            ? StyledText(panel.title, .accent, .bold) : StyledText(panel.title, .muted, .bold)
    }

    var key: StyledText { StyledText("F\(panel.functionKey)", .faint) }

    /// Draws it and returns what is left inside for the panel's own things.
    func draw(on canvas: inout Canvas, in rect: CellRect) -> CellRect {
        canvas.lay(surface, over: rect)
        canvas.press(rect, .panel(panel))
        let inside = rect.inset(columns: isTabbed ? 1 : 2)
        guard !isTabbed else { return inside }
        if isFocused {
            let bar = String(repeating: canvas.glyphs.focusBar, count: rect.columns)
            canvas.write(bar, .accent, in: rect, row: 0)
        }
        canvas.write(title, right: key, in: inside, row: 1)
        return CellRect(
            column: inside.column,
            row: rect.row + 3,
            columns: inside.columns,
            rows: rect.rows - 3
        )
    }
}
