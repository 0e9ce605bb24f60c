/// A curve in braille, two dots a column and four a row.
struct CurvePlot {
    let lines: [String]

    /// Draws the values from the least, at the bottom, to the most; a curve that
    /// spans less than `least` keeps to the middle, so that a tremble looks like one.
    init(_ values: [Double], least: Double, columns: Int, rows: Int) {
        let (width, height) = (columns * 2, rows * 4)
        var cells = [[UInt32]](repeating: [UInt32](repeating: 0, count: columns), count: rows)
        let (bottom, top) = (values.min() ?? 0, values.max() ?? 0)
        let span = max(top - bottom, least)
        let low = (bottom + top - span) / 2
        var before: Int?
        for x in 0..<width where !values.isEmpty {
            let place = Double(x) / Double(max(1, width - 1)) * Double(values.count - 1)
            let index = min(Int(place), values.count - 1)
            let next = min(index + 1, values.count - 1)
            let value = values[index] + (values[next] - values[index]) * (place - Double(index))
            let share = (value - low) / span
            let y = height - 1 - Int((share * Double(height - 1)).rounded())
            // A steep line stays one line.
            for dot in CurvePlot.between(before ?? y, y) {
                cells[dot / 4][x / 2] |= CurvePlot.bit(column: x % 2, row: dot % 4)
            }
            before = y
        }
        lines = cells.map { row in
            String(
                String.UnicodeScalarView(row.compactMap { Unicode.Scalar(0x2800 + $0) })
            )
        }
    }

    private static func between(_ from: Int, _ to: Int) -> ClosedRange<Int> {
        if from < to { return from + 1...to }
        return from > to ? to...from - 1 : to...to
    }

    /// Braille counts its dots down the left, then down the right; the lowest two came later.
    private static func bit(column: Int, row: Int) -> UInt32 {
        row == 3 ? (column == 0 ? 0x40 : 0x80) : 1 << UInt32(row + column * 3)
    }
}
