import Editor
import Input
import Terminal

/// What can be pressed in a popup, side by side; one has the cursor.
struct ButtonRow {
    struct Button {
        var title: String
        var keys = ""
        var target: HitTarget?
    }

    var buttons: [Button]
    var cursor: Int

    /// Draws it at the right end of a row; what has no room is left out from the left.
    func draw(on canvas: inout Canvas, in rect: CellRect, row: Int) {
        var right = rect.maxColumn
        for (index, button) in buttons.enumerated().reversed() {
            var label = StyledText(" \(button.title) ", index == cursor ? .onAccent : .text, .bold)
            if !button.keys.isEmpty {
                label.append("\(button.keys) ", index == cursor ? .onAccent : .muted)
            }
            let place = CellRect(
                column: right - label.columns,
                row: rect.row + row,
                columns: label.columns,
                rows: 1
            )
            guard place.column >= rect.column, row < rect.rows else { return }
            canvas.lay(index == cursor ? .accent : .selection, over: place)
            canvas.write(label, in: place, row: 0)
            if let target = button.target { canvas.press(place, target) }
            right = place.column - 1
        }
    }
}
