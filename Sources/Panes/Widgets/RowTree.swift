import Editor
import Input

/// A list whose rows lie within one another, with a caret before those that fold.
struct RowTree {
    struct Row {
        /// How many rows it lies within.
        var depth = 0
        /// Whether what lies within it is shown; nil for a row that holds nothing.
        var isOpen: Bool?
        var left = StyledText()
        var right = StyledText()
        var target: HitTarget?
    }

    var count: Int
    var cursor: Int?
    var hasKeys = true
    var placeholder = StyledText()
    let row: (Int) -> Row

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let glyphs = canvas.glyphs
        RowList(count: count, cursor: cursor, hasKeys: hasKeys, placeholder: placeholder) { index in
            let row = row(index)
            var line = StyledText(String(repeating: "  ", count: row.depth))
            if let isOpen = row.isOpen {
                line.append("\(isOpen ? glyphs.caretDown : glyphs.caretRight) ", .muted)
            }
            line.append(row.left)
            return RowList.Row(left: line, right: row.right, target: row.target)
        }.draw(on: &canvas, in: rect)
    }
}
