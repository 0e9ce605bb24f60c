import Editor
import Input
import Terminal

/// The mode, the keys that matter now, and a sentence when there is something to say.
struct StatusLine {
    let state: EditorState

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        canvas.lay(.bar, over: rect)
        let mode = Self.mode(state)
        let block = CellRect(column: rect.column + 1, row: rect.row, columns: mode.count, rows: 1)
        canvas.lay(state.mode == .normal ? .accent : .motion, over: block)
        canvas.write(mode, .onAccent, .bold, in: block, row: 0)
        let rest = CellRect(
            column: block.maxColumn + 2,
            row: rect.row,
            columns: Self.room(in: rect, state),
            rows: 1
        )
        let notice = sentence(glyphs: canvas.glyphs)
        let hints = hints(columns: rest.columns - (notice.columns > 0 ? notice.columns + 3 : 0))
        guard notice.columns > 0, notice.columns > rest.columns - 1 else {
            return canvas.write(hints, right: notice, in: rest, row: 0)
        }
        canvas.write(notice, in: rest, row: 0)
    }

    private static func mode(_ state: EditorState) -> String {
        " \(state.macros.recording.map { "REC @\($0)" } ?? state.mode.title) "
    }

    /// The columns beside the mode.
    static func room(in rect: CellRect, _ state: EditorState) -> Int {
        rect.columns - mode(state).count - 4
    }

    /// The keys that wait for more.
    private var pendingKeys: String {
        let count = state.pending.count.map { ["\($0)"] } ?? []
        return (count + state.pending.chords.map(\.label)).joined(separator: " ")
    }

    /// As many hints as there is room for, whole.
    private func hints(columns: Int) -> StyledText {
        var line = StyledText()
        for hint in state.statusHints {
            let text = KeyHint(key: hint.keys.label, does: hint.word).bright
            let gap = line.columns > 0 ? 3 : 0
            guard line.columns + gap + text.columns <= columns else { break }
            line.append(String(repeating: " ", count: gap))
            line.append(text)
        }
        return line
    }

    private func sentence(glyphs: Glyphs) -> StyledText {
        if !state.pending.isEmpty { return StyledText(pendingKeys, .accent, .bold) }
        if let notice = state.notice { return MessageText.line(of: notice, glyphs: glyphs) }
        let hasWork = state.busyTakes > 0 && state.size.columns >= 120
        return hasWork ? StyledText("takes go on when you leave", .faint) : StyledText()
    }
}
