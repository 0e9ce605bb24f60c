import Editor
import Input

/// Rows of which one may have the cursor; the cursor's is always in sight.
struct RowList {
    struct Row {
        var left = StyledText()
        /// At the right end; it stays when the left one has to give way.
        var right = StyledText()
        /// What a press on the row means.
        var target: HitTarget?
    }

    var count: Int
    /// nil while no row has the cursor.
    var cursor: Int?
    /// Whether the list has the keys; otherwise its cursor is quiet.
    var hasKeys = true
    /// What is said where there are no rows.
    var placeholder = StyledText()
    /// Returns a row by its place; only those in sight are asked for.
    let row: (Int) -> Row

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        guard count > 0 else {
            canvas.write(placeholder, in: rect, row: 0)
            return
        }
        let window = ScrollWindow.rows(count: count, cursor: cursor ?? 0, room: rect.rows)
        for (place, index) in window.enumerated() {
            if index == cursor { canvas.mark(row: place, in: rect, hasKeys: hasKeys) }
            let row = row(index)
            canvas.write(row.left, right: row.right, in: rect, row: place)
            if let target = row.target { canvas.press(rect.line(place), target) }
        }
        ScrollBar(count: count, shown: window).draw(on: &canvas, beside: rect)
    }
}
