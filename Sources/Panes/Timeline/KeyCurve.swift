import Editor
import Editorial
import Input
import Motion
import Terminal

/// The curve of the lane that has the cursor, with its keys, to be edited.
struct KeyCurve {
    let state: EditorState
    let session: KeyframeSession
    let labelColumns: Int

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        guard rect.rows >= 2 else { return }
        canvas.write(title, right: hint, in: rect, row: 0)
        let area = rect.rows([.fixed(1), Track()])[1]
        let plot = CellRect(
            column: area.column + labelColumns,
            row: area.row,
            columns: area.columns - labelColumns,
            rows: area.rows
        )
        let scale = LaneScale(frames: state.laneFrames, columns: plot.columns)
        let range = range
        let ends = [range.upperBound, range.lowerBound].map {
            CameraReadout.value($0, of: session.channel)
        }
        for (label, row) in zip(ends, [0, plot.rows - 1]) {
            let column = max(0, labelColumns - 2 - label.count)
            canvas.write(label, .faint, in: area, row: row, column: column)
        }
        drawCurve(on: &canvas, in: plot, scale, range)
        drawKeys(on: &canvas, in: plot, scale, range)
        for column in 0..<plot.columns {
            canvas.press(
                CellRect(column: plot.column + column, row: plot.row, columns: 1, rows: plot.rows),
                .lanes(columns: plot.columns, column: column)
            )
        }
    }

    private var keys: [HandKey] { state.draft.camera[session.channel.rawValue] }

    private var title: StyledText {
        var line = StyledText(session.channel.title, .accent, .bold)
        line.append("  frame \(state.playback.frame.value)", .muted)
        let value = state.draft.camera.value(of: session.channel, at: state.playback.frame)
        line.append("  \(CameraReadout.value(session.channel.shown(value), of: session.channel))")
        if let key = state.currentKey { line.append("  \(key.easing ?? "operator")", .motion) }
        if !session.selection.isEmpty {
            let count = session.selection.count
            line.append("  \(Figures.counted(count, "key", "keys")) selected", .accent)
        }
        return line
    }

    private var hint: StyledText {
        guard keys.isEmpty, let key = state.keys(for: "keyframe.add", in: state.contexts) else {
            return StyledText(session.channel.unit, .faint)
        }
        return KeyHint(key: key.label, does: "adds the first key").faint
    }

    private var range: ClosedRange<Double> {
        let values = keys.map(\.value) + [session.channel.handRest]
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        let margin = max((high - low) * 0.08, high == low ? max(0.1, abs(high) * 0.1) : 0)
        return low - margin...high + margin
    }

    private func drawCurve(
        on canvas: inout Canvas,
        in plot: CellRect,
        _ scale: LaneScale,
        _ range: ClosedRange<Double>
    ) {
        guard !keys.isEmpty else { return }
        let count = plot.columns * 2
        let span = Double(scale.frames.count - 1) / Double(max(1, count - 1))
        let values = (0..<count).map { place in
            let frame = scale.frames.lowerBound + Int((Double(place) * span).rounded())
            return state.draft.camera.value(of: session.channel, at: FrameIndex(frame))
        }
        BraillePlot(series: [.init(values: values, ink: .motion)], range: range)
            .draw(on: &canvas, in: plot)
    }

    private func drawKeys(
        on canvas: inout Canvas,
        in plot: CellRect,
        _ scale: LaneScale,
        _ range: ClosedRange<Double>
    ) {
        let extent = range.upperBound - range.lowerBound
        let playhead = scale.held(state.playback.frame.value)
        for row in 0..<plot.rows {
            canvas.write(canvas.glyphs.playLine, .faint, in: plot, row: row, column: playhead)
        }
        for key in keys {
            guard let column = scale.column(of: key.frame.value) else { continue }
            let level = (key.value - range.lowerBound) / extent
            let row = Int(((1 - level) * Double(plot.rows - 1)).rounded())
            let isSelected = session.selects(session.channel, at: key.frame)
            let isCurrent = key.frame == state.playback.frame
            canvas.write(
                canvas.glyphs.key,
                isCurrent || isSelected ? .accent : .text,
                isSelected ? .reverse : isCurrent ? .bold : [],
                in: plot,
                row: row,
                column: column
            )
        }
    }
}

extension CameraChannel {
    /// A value as it can be written; endless ones as their rest.
    fileprivate func shown(_ value: Double) -> Double { value.isFinite ? value : handRest }
}
