import Editor
import Editorial
import Input
import Terminal

/// The prompt in the lines of its panel, with the cursor while it is written.
struct PromptText {
    struct Line: Equatable {
        /// Its place among all the prompt's lines.
        var row: Int
        var text: String
        /// Whether more is hidden above or below it.
        var isCut: Bool
    }

    let state: EditorState
    let layout: TextLayout

    init(state: EditorState, columns: Int) {
        self.state = state
        layout = TextLayout.wrap(state.draft.prompt, columns: columns) { String($0).cellWidth }
    }

    /// Where the text cursor stands in all the prompt's lines.
    var cursor: CellPoint { layout.place(of: state.promptPanel.cursor) }

    /// The lines in sight: as many as there is room for, the cursor's among them.
    func lines(limit: Int) -> [Line] {
        let window = ScrollWindow.rows(count: layout.lines.count, cursor: cursor.row, room: limit)
        return window.map { row in
            let isEdge = row == window.lowerBound && row > 0
            let isEnd = row == window.upperBound - 1 && row < layout.lines.count - 1
            return Line(row: row, text: layout.lines[row].text, isCut: isEdge || isEnd)
        }
    }

    func draw(_ line: Line, on canvas: inout Canvas, in form: CellRect, row: Int) {
        let isCurrent = state.promptPanel.field == .prompt
        let isWriting = state.typing == .prompt
        let hasKeys = state.focus == .prompt && state.popup == nil
        if isCurrent {
            let bar = CellRect(column: form.column - 1, row: form.row, columns: 1, rows: form.rows)
            canvas.write(
                canvas.glyphs.selectionBar,
                hasKeys ? .accent : .faint,
                in: bar,
                row: row
            )
        }
        canvas.press(
            CellRect(column: form.column, row: form.row + row, columns: form.columns, rows: 1),
            .field(.prompt)
        )
        if state.draft.prompt.isEmpty, !isWriting {
            let key = state.keymap.chord(for: "field.edit", in: [.prompt, .global, .anywhere])
            let hint = KeyHint(key: key?.label ?? "enter", does: "describes the shot")
            canvas.write(hint.faint, in: form, row: row)
        } else {
            // The space a line broke at hangs over the edge, where it is not seen.
            let end = line.text.lastIndex { $0 != " " }.map { line.text.index(after: $0) }
            let text = String(line.text[..<(end ?? line.text.startIndex)])
            canvas.write(text, .text, in: form, row: row)
        }
        if line.isCut {
            canvas.write(
                canvas.glyphs.ellipsis,
                .faint,
                in: form,
                row: row,
                column: form.columns - 1
            )
        }
        if isWriting, state.popup == nil, cursor.row == line.row {
            canvas.cursor = CellPoint(
                column: min(form.maxColumn - 1, form.column + cursor.column),
                row: form.row + row
            )
        }
    }
}
