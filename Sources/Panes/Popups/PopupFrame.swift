import Editor
import Input
import Terminal

/// The surface of a popup: lifted, centred, one rule under its title, never at
/// the screen's edge.
struct PopupFrame {
    let title: String
    /// The rows and columns its content would like.
    let content: CellSize
    var hint = KeyHint(key: "esc", does: "close")

    /// Draws it and returns where its content goes, which may be smaller than asked.
    func draw(on canvas: inout Canvas) -> CellRect {
        let rect = place(on: canvas.surface.size)
        canvas.lay(.raised, over: rect)
        canvas.press(rect, .popup)
        if let picture = canvas.picture {
            let over = picture.intersection(rect)
            if !over.isEmpty { canvas.covered.append(over) }
        }
        let top = Self.topPadding(on: canvas.surface.size)
        let inside = rect.inset(columns: 2)
        canvas.write(StyledText(title, .accent, .bold), right: hint.faint, in: inside, row: top)
        canvas.rule(in: inside, row: top + 1)
        return CellRect(
            column: inside.column,
            row: rect.row + top + 2,
            columns: inside.columns,
            rows: rect.rows - top - 3
        )
    }

    /// A blank row above the title, where rows are not scarce.
    private static func topPadding(on screen: CellSize) -> Int { screen.rows >= 24 ? 1 : 0 }

    func place(on screen: CellSize) -> CellRect {
        let columns = min(max(content.columns, 24) + 4, screen.columns - 4)
        let rows = min(content.rows + 3 + Self.topPadding(on: screen), screen.rows - 2)
        return CellRect(
            column: (screen.columns - columns) / 2,
            row: max(1, (screen.rows - rows) / 3),
            columns: columns,
            rows: rows
        )
    }
}
