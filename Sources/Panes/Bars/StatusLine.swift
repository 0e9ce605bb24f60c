import Editor
import Input
import Terminal

/// The mode, the keys that matter now, and a sentence when there is something to say.
struct StatusLine {
    let state: EditorState

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        canvas.lay(.bar, over: rect)
        let mode = " \(state.mode.title) "
        let block = CellRect(column: rect.column + 1, row: rect.row, columns: mode.count, rows: 1)
        canvas.lay(state.mode == .normal ? .accent : .motion, over: block)
        canvas.write(mode, .background, .bold, in: block, row: 0)
        let rest = CellRect(
            column: block.maxColumn + 2,
            row: rect.row,
            columns: rect.columns - block.columns - 4,
            rows: 1
        )
        let notice = sentence(glyphs: canvas.glyphs)
        let hints = hints(columns: rest.columns - (notice.columns > 0 ? notice.columns + 3 : 0))
        guard notice.columns > 0, notice.columns > rest.columns - 1 else {
            return canvas.write(hints, right: notice, in: rest, row: 0)
        }
        canvas.write(notice, in: rest, row: 0)
    }

    /// As many hints as there is room for, whole.
    private func hints(columns: Int) -> StyledText {
        var line = StyledText()
        for hint in state.statusHints {
            let text = KeyHint(key: hint.chord.label, does: hint.word).bright
            let gap = line.columns > 0 ? 3 : 0
            guard line.columns + gap + text.columns <= columns else { break }
            line.append(String(repeating: " ", count: gap))
            line.append(text)
        }
        return line
    }

    private func sentence(glyphs: Glyphs) -> StyledText {
        if let notice = state.notice { return MessageText.line(of: notice, glyphs: glyphs) }
        let hasWork = state.busyTakes > 0 && state.size.columns >= 120
        return hasWork ? StyledText("takes go on when you leave", .faint) : StyledText()
    }
}
