import Editor
import Editorial
import Input
import Terminal

/// The timeline in two lines: what the newest take is doing, and the time.
struct CompactTimeline {
    let state: EditorState

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let key = StyledText("F\(Panel.timeline.functionKey)", .faint)
        let width = 8
        let content = CellRect(
            column: rect.column + width,
            row: rect.row,
            columns: rect.columns - width - 4,
            rows: rect.rows
        )
        if let take = state.currentTake {
            canvas.write(StyledText("Take \(take.number)", .text, .bold), in: rect, row: 0)
            let strip = StepStrip(take: take, now: state.now, hasBar: !state.isMotionReduced)
            canvas.press(
                CellRect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1),
                .take(take.id)
            )
            if let failure = take.failure {
                canvas.write(
                    "\(canvas.glyphs.failed) \(failure.message)",
                    .failed,
                    in: content,
                    row: 0
                )
            } else {
                let text = strip.text(columns: content.columns, glyphs: canvas.glyphs)
                canvas.write(text, in: content, row: 0)
            }
        } else {
            TakeList(state: state, labelColumns: width).draw(
                on: &canvas,
                in: CellRect(column: rect.column, row: rect.row, columns: rect.columns - 4, rows: 1)
            )
        }
        canvas.write(key, in: rect, row: 0, column: rect.columns - 2)
        drawTime(on: &canvas, in: rect, content)
    }

    private func drawTime(on canvas: inout Canvas, in rect: CellRect, _ content: CellRect) {
        canvas.write("Shot \(state.breadcrumb.shotNumber)", .muted, in: rect, row: 1)
        let length = Figures.length(state.draft.duration)
        let bar = CellRect(
            column: content.column,
            row: rect.row + 1,
            columns: rect.columns - 8 - length.count - 2,
            rows: 1
        )
        let share = TransportBar.share(of: state.previewRequest)
        canvas.write(
            Slider(share: share, ink: .text).text(columns: bar.columns, glyphs: canvas.glyphs),
            in: bar,
            row: 0
        )
        canvas.write(length, .muted, in: rect, row: 1, column: rect.columns - length.count)
        canvas.pressScrubber(bar)
    }
}
