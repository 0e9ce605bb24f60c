import Editor
import Input
import Terminal

/// A step of the tour, in a corner of the picture.
struct TourCard {
    let tour: Tour
    let state: EditorState

    private static let columns = 42

    func draw(on canvas: inout Canvas, in stage: CellRect) {
        let columns = min(Self.columns, stage.columns - 4)
        guard columns >= 28, stage.rows >= 9 else { return }
        let lines = tour.step.text.wrapped(columns: columns - 4, limit: 4)
        let hints = hintLines(columns: columns - 4)
        let rect = CellRect(
            column: stage.maxColumn - columns - 1,
            row: stage.row + 1,
            columns: columns,
            rows: lines.count + hints.count + 5
        )
        guard rect.maxRow < stage.maxRow else { return }
        canvas.layOver(rect)
        let inside = rect.inset(columns: 2)
        canvas.write(
            StyledText(tour.step.title, .accent, .bold),
            right: StyledText("\(tour.place + 1) of \(Tour.steps.count)", .faint),
            in: inside,
            row: 1
        )
        for (row, line) in lines.enumerated() {
            canvas.write(line, .text, in: inside, row: row + 2)
        }
        for (row, line) in hints.enumerated() {
            canvas.write(line, in: inside, row: lines.count + 3 + row)
        }
        let end = state.keys(for: "tour.skip", in: [.global])?.label ?? ":tour.skip"
        canvas.write(
            StyledText(),
            right: KeyHint(key: end, does: "ends the tour").faint,
            in: inside,
            row: lines.count + hints.count + 3
        )
    }

    private func hintLines(columns: Int) -> [StyledText] {
        var lines: [StyledText] = []
        var line = StyledText()
        for id in tour.step.commands {
            guard let command = Command[id], let keys = keys(for: id) else { continue }
            let hint = KeyHint(key: keys, does: command.hint).bright
            if line.columns > 0, line.columns + hint.columns + 3 > columns {
                lines.append(line)
                line = StyledText()
            }
            if line.columns > 0 { line.append("   ") }
            line.append(hint)
        }
        return lines + (line.columns > 0 ? [line] : [])
    }

    /// Wherever its panel is: the tour leads from one to the next.
    private func keys(for id: Command.ID) -> String? {
        let places: [Keymap.Context] = [
            .presets, .timeline, .global, .camera, .preview, .prompt, .promptText, .anywhere,
        ]
        return places.lazy.compactMap { state.keys(for: id, in: [$0]) }.first?.label
    }
}
