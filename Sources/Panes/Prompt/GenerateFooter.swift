import Editor
import Editorial
import Generation
import Input
import Terminal

/// What a take costs, the button that asks for it, and whether it can.
struct GenerateFooter {
    let state: EditorState

    private var readiness: GenerateReadiness { state.readiness }
    private var isCurrent: Bool { state.promptPanel.field == .generate }

    /// The rows it would like in a panel's inside.
    func rows(in inside: CellRect) -> Int {
        switch inside.rows {
        case 22...: 4 + problemRows(inside.columns)
        case 12...: 2 + problemRows(inside.columns)
        default: 2
        }
    }

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let isRoomy = rect.rows >= 5
        if isRoomy {
            canvas.write("Cost", .muted, in: rect, row: 0)
            canvas.write(cost(glyphs: canvas.glyphs), in: rect, row: 0, column: 10)
        }
        let button = isRoomy ? 2 : max(0, min(1, rect.rows - 2))
        drawButton(on: &canvas, in: rect, row: button)
        drawReadiness(on: &canvas, in: rect, row: button + (isRoomy ? 2 : 1))
    }

    private func cost(glyphs: Glyphs) -> StyledText {
        guard let model = state.model else { return StyledText("unknown", .failed) }
        var line = StyledText(model.price(of: state.draft).description)
        line.append(model.isLocal ? "  made here" : "  made elsewhere", .faint)
        return line
    }

    private func drawButton(on canvas: inout Canvas, in rect: CellRect, row: Int) {
        guard row < rect.rows else { return }
        let button = CellRect(
            column: rect.column,
            row: rect.row + row,
            columns: rect.columns,
            rows: 1
        )
        let hasKeys = state.focus == .prompt && state.popup == nil
        if isCurrent { canvas.mark(row: row, in: rect, hasKeys: hasKeys) }
        canvas.lay(readiness.isReady ? .accent : .rule, over: button)
        let ink: Theme.Role = readiness.isReady ? .onAccent : .muted
        var label = StyledText("Generate", ink, .bold)
        if let key = state.keys(
            for: "take.generate",
            in: [.promptText, .prompt, .anywhere]
        ) {
            label.append("   \(key.label)", ink)
        }
        canvas.write(
            label,
            in: button,
            row: 0,
            column: max(0, (button.columns - label.columns) / 2)
        )
        canvas.press(button, .generateButton)
    }

    private func drawReadiness(on canvas: inout Canvas, in rect: CellRect, row: Int) {
        let glyphs = canvas.glyphs
        guard let said else {
            var line = StyledText("\(glyphs.done) ready", .done)
            if let seconds = lastSeconds {
                line.append("   about \(Figures.estimate(seconds)) here", .faint)
            }
            canvas.write(line, in: rect, row: row)
            return
        }
        let lines = said.wrapped(columns: rect.columns - 2, limit: 3)
        let sign: Theme.Role = readiness.isReady ? .faint : .accent
        canvas.write("\(glyphs.pending) ", sign, in: rect, row: row)
        for (place, text) in lines.enumerated() {
            canvas.write(
                text,
                readiness.isReady ? .muted : .text,
                in: rect,
                row: row + place,
                column: 2
            )
        }
    }

    /// How long the shot's newest finished take took, as the measure of the next.
    private var lastSeconds: Double? {
        let finished = state.takeRows.map(\.take).first { $0.status == .completed }
        guard let finished, finished.draft.frameCount > 0 else { return nil }
        let seconds = finished.steps.reduce(0) { sum, step in
            if case .completed(let seconds) = step.state { sum + seconds } else { sum }
        }
        let share = Double(state.draft.frameCount) / Double(finished.draft.frameCount)
        return seconds > 0 ? seconds * share : nil
    }

    /// What stands in the way, else what the model does otherwise with the field
    /// under the cursor.
    private var said: String? {
        if let problem = readiness.problems.first { return problem.message }
        guard state.focus == .prompt else { return nil }
        return state.fieldRows.first(where: \.isCurrent)?.remark
    }

    private func problemRows(_ columns: Int) -> Int {
        said.map { $0.wrapped(columns: columns - 2, limit: 3).count } ?? 1
    }
}
