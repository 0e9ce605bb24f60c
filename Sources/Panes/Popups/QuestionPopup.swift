import Editor
import Input
import Terminal

/// One line to be filled in, and why the answer was not taken.
struct QuestionPopup {
    let question: Question

    func draw(on canvas: inout Canvas) {
        let room = min(64, max(24, canvas.surface.size.columns - 8))
        let problem = question.problem.map { $0.wrapped(columns: room - 2, limit: 3) } ?? []
        let frame = PopupFrame(
            title: question.subject.title,
            content: CellSize(columns: room, rows: 1 + (problem.isEmpty ? 0 : problem.count + 1)),
            hint: KeyHint(key: "enter", does: "takes it")
        )
        let inside = frame.draw(on: &canvas)
        FieldLine(field: question.field).draw(on: &canvas, in: inside, row: 0)
        for (row, line) in problem.enumerated() {
            if row == 0 { canvas.write(canvas.glyphs.failed, .failed, in: inside, row: 2) }
            canvas.write(line, .failed, in: inside, row: row + 2, column: 2)
        }
    }
}
