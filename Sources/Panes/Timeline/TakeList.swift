import Editor
import Editorial
import Input
import Terminal

/// The takes of the selected shot, newest first, each with its steps.
struct TakeList {
    let state: EditorState
    let labelColumns: Int

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let takes = state.takeRows
        guard !takes.isEmpty else { return drawEmpty(on: &canvas, in: rect) }
        let current = takes.firstIndex(where: \.isCurrent) ?? 0
        let sentence = failure(of: takes[current].take)
        let room = max(1, rect.rows - (sentence == nil || rect.rows < 2 ? 0 : 1))
        let window = ScrollWindow.rows(count: takes.count, cursor: current, room: room)
        var row = 0
        for index in window {
            draw(takes[index], on: &canvas, in: rect, row: row)
            row += 1
            if index == current, let sentence, row < rect.rows {
                canvas.write(sentence, .failed, in: rect, row: row, column: labelColumns)
                row += 1
            }
        }
    }

    private func draw(_ row: TakeRow, on canvas: inout Canvas, in rect: CellRect, row place: Int) {
        let line = CellRect(
            column: rect.column,
            row: rect.row + place,
            columns: rect.columns,
            rows: 1
        )
        let hasKeys = state.focus == .timeline && state.popup == nil
        if row.isCurrent, hasKeys { canvas.mark(row: place, in: rect, hasKeys: true) }
        let isShort = labelColumns < 10
        var label = StyledText(
            isShort ? "T\(row.take.number)" : "Take \(row.take.number)",
            row.isCurrent ? .text : .muted,
            row.isCurrent ? .bold : []
        )
        if row.isSelected { label.append(" \(canvas.glyphs.star)", .accent) }
        canvas.write(label, in: line, row: 0)
        let hints = row.isCurrent ? hints(for: row.take) : StyledText()
        let content = CellRect(
            column: rect.column + labelColumns,
            row: line.row,
            columns: rect.columns - labelColumns,
            rows: 1
        )
        let room = content.columns - (hints.columns > 0 ? hints.columns + 3 : 0)
        let strip = StepStrip(
            take: row.take,
            now: state.now,
            isCurrent: row.isCurrent,
            hasBar: !state.isMotionReduced
        )
        let hasHints = hints.columns > 0 && room >= 36
        canvas.press(line, .take(row.take.id))
        canvas.write(
            strip.text(columns: hasHints ? room : content.columns, glyphs: canvas.glyphs),
            right: hasHints ? hints : StyledText(),
            in: content,
            row: 0
        )
    }

    private func hints(for take: Take) -> StyledText {
        var wanted: [(Command.ID, String)] = [("take.details", "details")]
        switch take.status {
        case .queued, .running: wanted.append(("take.cancel", "cancel"))
        case .failed, .cancelled: wanted.append(("take.retry", "retry"))
        case .uncertain: wanted += [("take.retry", "ask again"), ("take.cancel", "let go")]
        case .completed: wanted.append(("take.export", "export"))
        }
        let hints = wanted.compactMap { id, does -> KeyHint? in
            let key = state.keys(for: id, in: [.timeline, .global, .anywhere])
            return key.map { KeyHint(key: $0.label, does: does) }
        }
        var text = StyledText()
        for hint in hints {
            if text.columns > 0 { text.append("   ") }
            text.append(hint.faint)
        }
        return text
    }

    private func failure(of take: Take) -> String? {
        take.failure?.message
    }

    private func drawEmpty(on canvas: inout Canvas, in rect: CellRect) {
        let key = state.keys(for: "take.generate", in: [.timeline, .global, .anywhere])
        var line = StyledText("No takes yet. ", .muted)
        line.append("A take is a film of this shot", .faint)
        if let key {
            line.append("; ", .faint)
            line.append(key.label, .muted)
            line.append(" makes one.", .faint)
        } else {
            line.append(".", .faint)
        }
        canvas.write(line, in: rect, row: 0, column: rect.columns >= 70 ? labelColumns : 0)
    }
}
