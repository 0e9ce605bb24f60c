import Editor
import Input
import Terminal

/// The line that `:` opens, with what it can be completed to.
struct CommandLinePopup {
    let line: CommandLine
    let completions: [Completion]

    private static let limit = 10

    func draw(on canvas: inout Canvas) {
        let shown = min(Self.limit, completions.count)
        let frame = PopupFrame(
            title: "Command",
            content: CellSize(columns: 64, rows: 1 + (shown > 0 ? shown + 1 : 0)),
            hint: KeyHint(key: "tab", does: "completes")
        )
        let inside = frame.draw(on: &canvas)
        FieldLine(field: line.field, prefix: ":").draw(on: &canvas, in: inside, row: 0)
        let list = CellRect(
            column: inside.column,
            row: inside.row + 2,
            columns: inside.columns,
            rows: inside.rows - 2
        )
        let window = ScrollWindow.rows(
            count: completions.count,
            cursor: line.selection ?? 0,
            room: list.rows
        )
        for (row, index) in window.enumerated() {
            if index == line.selection { canvas.mark(row: row, in: list, hasKeys: true) }
            let completion = completions[index]
            var text = StyledText(completion.word)
            if !completion.argument.isEmpty { text.append(" \(completion.argument)", .faint) }
            text.pad(to: 22)
            text.append("  \(completion.help)", .muted)
            canvas.write(text, in: list, row: row)
            canvas.pressRow(index, in: list, row: row)
        }
    }
}

extension Canvas {
    /// Makes a row of a popup's list one to press.
    mutating func pressRow(_ index: Int, in list: CellRect, row: Int) {
        press(
            CellRect(column: list.column, row: list.row + row, columns: list.columns, rows: 1),
            .popupRow(index)
        )
    }
}
