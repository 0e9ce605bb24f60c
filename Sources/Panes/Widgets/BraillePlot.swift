import Input

/// Several curves over one time in braille dots, on one scale, with its ends
/// at the left.
struct BraillePlot {
    struct Series {
        /// At least two values, evenly apart in time.
        var values: [Double]
        var ink = Theme.Role.motion
    }

    var series: [Series]
    /// The scale's ends; nil is what the values need.
    var range: ClosedRange<Double>?
    /// Returns a number of the scale as people read it; nil leaves the scale out.
    var label: ((Double) -> String)?

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        guard let range = scale, !rect.isEmpty else { return }
        let labels = label.map { [$0(range.upperBound), $0(range.lowerBound)] } ?? []
        let margin = labels.isEmpty ? 0 : (labels.map(\.count).max() ?? 0) + 1
        guard rect.columns > margin + 2 else { return }
        for (label, row) in zip(labels, [0, rect.rows - 1]) {
            let start = margin - 1 - label.count
            canvas.write(label, .faint, in: rect, row: row, column: max(0, start))
        }
        let plot = rect.columns([.fixed(margin), Track()])[1]
        for one in series {
            let rows = BrailleCurve(values: one.values, range: range).rows(
                columns: plot.columns,
                rows: plot.rows,
                hasBraille: canvas.glyphs.hasBraille
            )
            for (row, dots) in rows.enumerated() {
                for (column, dot) in dots.enumerated() where dot != " " {
                    canvas.write(String(dot), one.ink, in: plot, row: row, column: column)
                }
            }
        }
    }

    private var scale: ClosedRange<Double>? {
        if let range { return range }
        let values = series.flatMap(\.values).filter(\.isFinite)
        guard let low = values.min(), let high = values.max() else { return nil }
        return low...high
    }
}
