import Editor
import Editorial
import Input
import Motion

/// The shot's motions as curves over its time, with the playhead and the seconds.
struct MotionLanes {
    let state: EditorState
    let labelColumns: Int

    /// The first row is the playhead's, the last the ruler.
    func draw(on canvas: inout Canvas, in rect: CellRect) {
        guard rect.rows >= 2 else { return }
        let track = CellRect(
            column: rect.column + labelColumns,
            row: rect.row,
            columns: rect.columns - labelColumns,
            rows: rect.rows
        )
        let lanes = rect.rows - 2
        for (row, choice) in state.draft.motions.prefix(lanes).enumerated() {
            draw(choice, on: &canvas, in: rect, track, row: row + 1)
        }
        if state.draft.motions.isEmpty, lanes > 0 {
            canvas.write("Motion", .faint, in: rect, row: 1)
            canvas.rule(in: track, row: 1)
        }
        for label in TimeRuler(duration: state.draft.duration).labels(columns: track.columns) {
            canvas.write(label.text, .faint, in: track, row: rect.rows - 1, column: label.column)
        }
        drawPlayhead(on: &canvas, in: track, lanes: lanes)
        canvas.pressScrubber(track)
    }

    private func draw(
        _ choice: MotionChoice,
        on canvas: inout Canvas,
        in rect: CellRect,
        _ track: CellRect,
        row: Int
    ) {
        let label = CellRect(
            column: rect.column,
            row: rect.row,
            columns: labelColumns - 1,
            rows: rect.rows
        )
        let preset = state.presets[choice.preset]
        canvas.write(preset?.name ?? choice.preset, .muted, in: label, row: row)
        let ink: Theme.Role = preset?.category == .look ? .looks : .motion
        guard let preset, let curve = MotionCurve(preset, strength: max(0.01, choice.strength)) else {
            return canvas.rule(in: track, row: row)
        }
        let dots = BrailleCurve(values: curve.values).rows(
            columns: track.columns,
            rows: 1,
            hasBraille: canvas.glyphs.hasBraille
        )
        for line in dots { canvas.write(line, ink, in: track, row: row) }
    }

    private func drawPlayhead(on canvas: inout Canvas, in track: CellRect, lanes: Int) {
        let share = TransportBar.share(of: state.previewRequest)
        let column = Int((share * Double(track.columns - 1)).rounded())
        canvas.write(canvas.glyphs.playhead, .text, in: track, row: 0, column: column)
        for row in 0..<lanes {
            canvas.write(canvas.glyphs.playLine, .text, in: track, row: row + 1, column: column)
        }
    }
}
