import Editor
import Input
import Terminal

/// One line of text being edited; where it is longer than its room, the part
/// around the cursor is seen.
struct FieldLine {
    let field: TextField
    var prefix = ""

    func draw(on canvas: inout Canvas, in rect: CellRect, row: Int) {
        canvas.write(prefix, .accent, .bold, in: rect, row: row)
        let start = prefix.cellWidth
        let room = max(1, rect.columns - start - 1)
        var before = String(field.text.prefix(field.cursor)).printable
        while before.cellWidth > room { before.removeFirst() }
        let after = String(field.text.dropFirst(field.cursor)).printable
        canvas.write(StyledText(before + after), in: rect, row: row, column: start)
        canvas.cursor = CellPoint(
            column: min(rect.maxColumn - 1, rect.column + start + before.cellWidth),
            row: rect.row + row
        )
    }
}
