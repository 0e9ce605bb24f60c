import Editor
import Editorial
import Input
import Motion
import Terminal

/// The shot's motions and the camera's own keys over its time, with the
/// playhead, the markers and the seconds.
struct MotionLanes {
    let state: EditorState
    let labelColumns: Int

    /// How many lanes there are to draw.
    static func count(_ state: EditorState) -> Int {
        let motions = state.keyframes == nil ? state.draft.motions.count : 0
        let music = state.project.music == nil ? 0 : 1
        return max(1, motions + state.laneChannels.count) + music
    }

    /// The first row is the playhead's, the last the ruler.
    func draw(on canvas: inout Canvas, in rect: CellRect) {
        guard rect.rows >= 2 else { return }
        let track = CellRect(
            column: rect.column + labelColumns,
            row: rect.row,
            columns: rect.columns - labelColumns,
            rows: rect.rows
        )
        let scale = LaneScale(frames: state.laneFrames, columns: track.columns)
        let hasMusic = state.project.music != nil && rect.rows >= 4
        let lanes = rect.rows - (hasMusic ? 3 : 2)
        if hasMusic { drawMusic(on: &canvas, in: rect, track, scale, row: rect.rows - 2) }
        var row = 1
        for channel in state.laneChannels.prefix(lanes) {
            draw(channel, on: &canvas, in: rect, track, scale, row: row)
            row += 1
        }
        if state.keyframes == nil {
            for choice in state.draft.motions.prefix(max(0, lanes + 1 - row)) {
                draw(choice, on: &canvas, in: rect, track, scale, row: row)
                row += 1
            }
        }
        if row == 1, lanes > 0 {
            canvas.write("Motion", .faint, in: rect, row: 1)
            canvas.rule(in: track, row: 1)
        }
        drawRuler(on: &canvas, in: track, scale, row: rect.rows - 1)
        drawTrim(on: &canvas, in: track, scale, lanes: lanes)
        drawPlayhead(on: &canvas, in: track, scale, lanes: lanes)
        for column in 0..<track.columns {
            canvas.press(
                CellRect(
                    column: track.column + column,
                    row: track.row,
                    columns: 1,
                    rows: track.rows
                ),
                .lanes(columns: track.columns, column: column)
            )
        }
    }

    /// The music that is heard under this shot, on the shot's own time.
    private func drawMusic(
        on canvas: inout Canvas,
        in rect: CellRect,
        _ track: CellRect,
        _ scale: LaneScale,
        row: Int
    ) {
        guard let music = state.project.music else { return }
        label(music.name, isCurrent: false, on: &canvas, rect, row)
        canvas.rule(in: track, row: row)
        guard let known = state.musicShape, known.asset == music.asset else { return }
        let rate = state.draft.frameRate.framesPerSecond
        let start = state.musicStart + Double(scale.frames.lowerBound) / rate
        Waveform(
            shape: known.shape,
            from: start,
            to: start + Double(scale.frames.count) / rate,
            ink: .looks
        ).draw(on: &canvas, in: track.line(row))
    }

    private func label(
        _ text: String,
        isCurrent: Bool,
        on canvas: inout Canvas,
        _ rect: CellRect,
        _ row: Int
    ) {
        let place = CellRect(
            column: rect.column,
            row: rect.row,
            columns: labelColumns - 1,
            rows: rect.rows
        )
        if isCurrent { canvas.mark(row: row, in: rect, hasKeys: true) }
        canvas.write(text, isCurrent ? .text : .muted, isCurrent ? .bold : [], in: place, row: row)
    }

    private func draw(
        _ channel: CameraChannel,
        on canvas: inout Canvas,
        in rect: CellRect,
        _ track: CellRect,
        _ scale: LaneScale,
        row: Int
    ) {
        let isCurrent = state.keyframes?.channel == channel
        label(channel.title, isCurrent: isCurrent, on: &canvas, rect, row)
        canvas.rule(in: track, row: row)
        let keys = state.draft.camera[channel.rawValue]
        guard let first = keys.first, let last = keys.last else { return }
        let (from, to) = (scale.held(first.frame.value), scale.held(last.frame.value))
        let moving = String(repeating: canvas.glyphs.heavyRule, count: max(0, to - from))
        canvas.write(moving, .accent, in: track, row: row, column: from)
        for key in keys {
            guard let column = scale.column(of: key.frame.value) else { continue }
            let isSelected = state.keyframes?.selects(channel, at: key.frame) == true
            canvas.write(
                canvas.glyphs.key,
                isSelected ? .text : .accent,
                isSelected ? .reverse : [],
                in: track,
                row: row,
                column: column
            )
        }
    }

    private func draw(
        _ choice: MotionChoice,
        on canvas: inout Canvas,
        in rect: CellRect,
        _ track: CellRect,
        _ scale: LaneScale,
        row: Int
    ) {
        let preset = state.presets[choice.preset]
        label(preset?.name ?? choice.preset, isCurrent: false, on: &canvas, rect, row)
        let ink: Theme.Role = preset?.category == .look ? .looks : .motion
        canvas.rule(in: track, row: row)
        guard let preset else { return }
        let last = Double(max(1, state.previewRequest.frameCount - 1))
        let keys = Self.keyTimes(of: preset).map { Int(($0 * last).rounded()) }
        guard let first = keys.first, let end = keys.last else { return }
        let (from, to) = (scale.held(first), scale.held(end))
        let moving = String(repeating: canvas.glyphs.heavyRule, count: max(0, to - from))
        canvas.write(moving, ink, in: track, row: row, column: from)
        for column in keys.compactMap({ scale.column(of: $0) }) {
            canvas.write(canvas.glyphs.key, ink, in: track, row: row, column: column)
        }
    }

    /// The moments of a preset's keys, 0…1, ascending; a wave lasts the whole shot.
    static func keyTimes(of preset: Preset) -> [Double] {
        let times = preset.curves.values.filter { !$0.isConstant }.flatMap(\.keyTimes)
        return Set(times.filter { (0...1).contains($0) }).sorted()
    }

    private func drawRuler(
        on canvas: inout Canvas,
        in track: CellRect,
        _ scale: LaneScale,
        row: Int
    ) {
        let rate = state.previewRequest.frameRate
        guard scale.frames.count < state.previewRequest.frameCount else {
            for label in TimeRuler(duration: state.draft.duration).labels(columns: track.columns) {
                canvas.write(label.text, .faint, in: track, row: row, column: label.column)
            }
            return
        }
        let ends = [scale.frames.lowerBound, scale.frames.upperBound - 1].map {
            Figures.timecode(FrameIndex($0), at: rate)
        }
        canvas.write(
            StyledText(ends[0], .faint),
            right: StyledText(ends[1], .faint),
            in: track,
            row: row
        )
    }

    /// What the film leaves out of the shot is dotted, and markers stand in the
    /// playhead's row.
    private func drawTrim(
        on canvas: inout Canvas,
        in track: CellRect,
        _ scale: LaneScale,
        lanes: Int
    ) {
        let used = state.shot.usedFrames
        for column in 0..<track.columns where used.count < state.draft.frameCount {
            let span = Double(max(1, scale.columns - 1))
            let frame =
                scale.frames.lowerBound
                + Int((Double(column) / span * Double(scale.frames.count - 1)).rounded())
            guard !used.contains(frame) else { continue }
            for row in 1..<max(1, lanes + 1) {
                canvas.write(canvas.glyphs.dot, .rule, in: track, row: row, column: column)
            }
        }
        for marker in state.shot.cut.markers {
            guard let column = scale.column(of: marker.frame.value) else { continue }
            canvas.write(canvas.glyphs.caretDown, .motion, in: track, row: 0, column: column)
            let room = min(16, track.columns - column - 2)
            guard room > 3, !marker.name.isEmpty else { continue }
            canvas.write(
                marker.name.clipped(to: room),
                .faint,
                in: track,
                row: 0,
                column: column + 2
            )
        }
    }

    private func drawPlayhead(
        on canvas: inout Canvas,
        in track: CellRect,
        _ scale: LaneScale,
        lanes: Int
    ) {
        let column = scale.held(state.previewRequest.frame.value)
        canvas.write(canvas.glyphs.playhead, .text, in: track, row: 0, column: column)
        for row in 0..<lanes {
            canvas.write(canvas.glyphs.playLine, .text, in: track, row: row + 1, column: column)
        }
    }
}
