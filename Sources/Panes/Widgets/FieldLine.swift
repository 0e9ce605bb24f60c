import Editor
import Input
import Terminal

/// One line of text being edited; where it is longer than its room, the part
/// around the cursor is seen.
struct FieldLine {
    let field: TextField
    var prefix = ""
    /// What stands there while nothing is written.
    var placeholder = ""
    /// Whether it has the keys, and with them the cursor.
    var hasKeys = true

    func draw(on canvas: inout Canvas, in rect: CellRect, row: Int) {
        canvas.write(prefix, hasKeys ? .accent : .muted, .bold, in: rect, row: row)
        let start = prefix.cellWidth
        let room = max(1, rect.columns - start - 1)
        let characters = Array(field.text).map { String($0).printable }
        var ends = [0]
        for character in characters { ends.append(ends[ends.count - 1] + character.cellWidth) }
        let cursor = min(field.cursor, characters.count)
        // The first character such that the cursor is still within the room.
        let first = ends.firstIndex { ends[cursor] - $0 <= room } ?? 0
        let text = characters.dropFirst(first).joined()
        canvas.write(StyledText(text), in: rect, row: row, column: start)
        if characters.isEmpty, !placeholder.isEmpty {
            canvas.write(placeholder, .faint, in: rect, row: row, column: start)
        }
        let left = rect.column + start - ends[first]
        if let selection = field.selection {
            let from = max(rect.column + start, left + ends[min(selection.lowerBound, cursor)])
            let to = min(rect.maxColumn, left + ends[min(selection.upperBound, characters.count)])
            canvas.select(
                CellRect(column: from, row: rect.row + row, columns: to - from, rows: 1)
            )
        }
        guard hasKeys else { return }
        canvas.cursor = CellPoint(
            column: min(rect.maxColumn - 1, left + ends[cursor]),
            row: rect.row + row
        )
    }
}

extension Canvas {
    /// Marks cells as selected text.
    mutating func select(_ rect: CellRect) {
        let paint = theme.paint(.selection)
        restyle(rect) { style in
            if paint.colour == nil {
                style.attributes.insert(.reverse)
            } else {
                style.background = paint.colour
            }
        }
    }
}
