import Editor
import Editorial
import Input
import Terminal

/// The prompt in the lines of its panel, with the cursor while it is written.
struct PromptText {
    struct Line: Equatable {
        /// Its place among all the prompt's lines.
        var row: Int
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
            return Line(row: row, isCut: isEdge || isEnd)
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
        if state.draft.prompt.isEmpty, !isWriting {
            // From another panel the key is another.
            let command: Command.ID = state.focus == .prompt ? "field.edit" : "prompt.write"
            let key = state.keys(for: command, in: [.prompt, .global, .anywhere])
            let hint = KeyHint(key: key?.label ?? "enter", does: "describes the shot")
            canvas.write(hint.faint, in: form, row: row)
        }
        // In NORMAL the keys of vi move a block over the text.
        let hasCursor = isWriting && state.popup == nil || state.isOnPrompt
        if hasCursor { canvas.cursorShape = isWriting ? .bar : .block }
        TextArea(
            layout: layout,
            cursor: hasCursor ? state.promptPanel.cursor : nil,
            selection: state.promptField.selection,
            target: { .promptText(row: $0, firstColumn: form.column) }
        ).draw(line: line.row, on: &canvas, in: form.line(row))
        if line.isCut {
            canvas.write(
                canvas.glyphs.ellipsis,
                .faint,
                in: form,
                row: row,
                column: form.columns - 1
            )
        }
    }
}
