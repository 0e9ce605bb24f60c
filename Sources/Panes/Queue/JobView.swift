import Editor
import Editorial
import Input
import Terminal

/// A job: its attempts, and the end of its log.
struct JobView {
    let state: EditorState

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        guard let job = state.currentJob, rect.rows > 2 else { return }
        var row = rect.rows > 10 ? 1 : 0
        canvas.write(
            StyledText(job.title, .text, .bold),
            right: StyledText(job.queue, .faint),
            in: rect,
            row: row
        )
        row += 1
        if let note = job.note, job.state == .running || job.state == .ready {
            canvas.write(note, .motion, in: rect, row: row)
            row += 1
        }
        if let failure = job.failure, job.state.isStopped || job.state == .retrying {
            let lines = failure.wrapped(columns: rect.columns, limit: 3)
            for line in lines {
                canvas.write(line, .failed, in: rect, row: row)
                row += 1
            }
        }
        guard let details = state.queue.details, details.job == job.id else { return }
        if rect.rows > 10 { row += 1 }
        for attempt in details.attempts.suffix(4) where row < rect.rows {
            let time = attempt.seconds.map { Figures.seconds($0) } ?? ""
            canvas.write(
                StyledText("try \(attempt.number)  \(attempt.outcome)", .muted),
                right: StyledText(time, .faint),
                in: rect,
                row: row
            )
            row += 1
        }
        if rect.rows > 10 { row += 1 }
        drawLog(details.log, on: &canvas, in: rect, from: row)
    }

    private func drawLog(
        _ log: [String],
        on canvas: inout Canvas,
        in rect: CellRect,
        from row: Int
    ) {
        let room = rect.rows - row
        guard room > 0 else { return }
        guard !log.isEmpty else {
            canvas.write("Its worker has written nothing.", .faint, in: rect, row: row)
            return
        }
        let seen = log.dropLast(min(state.queue.scroll, log.count - 1))
        let lines = seen.suffix(room).flatMap { $0.wrapped(columns: rect.columns, limit: 3) }
        for (place, line) in lines.suffix(room).enumerated() {
            canvas.write(line, .faint, in: rect, row: row + place)
        }
    }
}
