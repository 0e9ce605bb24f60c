import Editor
import Editorial
import Input
import Motion

/// The shot's motions with their keys over its time, with the playhead and the seconds.
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
        canvas.rule(in: track, row: row)
        guard let preset else { return }
        let keys = Self.keyTimes(of: preset).map {
            Int(($0 * Double(track.columns - 1)).rounded())
        }
        guard let first = keys.first, let last = keys.last else { return }
        let moving = String(repeating: canvas.glyphs.heavyRule, count: last - first)
        canvas.write(moving, ink, in: track, row: row, column: first)
        for column in keys {
            canvas.write(canvas.glyphs.key, ink, in: track, row: row, column: column)
        }
    }

    /// The moments of a preset's keys, 0…1, ascending; a wave lasts the whole shot.
    static func keyTimes(of preset: Preset) -> [Double] {
        let times = preset.curves.values.filter { !$0.isConstant }.flatMap(\.keyTimes)
        return Set(times.filter { (0...1).contains($0) }).sorted()
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
