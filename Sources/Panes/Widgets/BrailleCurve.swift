/// A curve over time in braille dots, two across and four down to a cell.
struct BrailleCurve: Equatable {
    /// At least two values, evenly apart in time.
    var values: [Double]
    /// What the bottom and the top stand for; nil is the values' own range.
    var range: ClosedRange<Double>?

    /// Returns the rows of the plot, the highest first.
    func rows(columns: Int, rows: Int, hasBraille: Bool = true) -> [String] {
        guard columns > 0, rows > 0 else { return [] }
        let (across, down) = hasBraille ? (2, 4) : (1, 1)
        let width = columns * across
        let height = rows * down
        var cells = Array(repeating: Array(repeating: UInt32(0), count: columns), count: rows)
        for x in 0..<width {
            let level = level(at: width > 1 ? Double(x) / Double(width - 1) : 0)
            let y = Int(((1 - level) * Double(height - 1)).rounded())
            cells[y / down][x / across] |= Self.dot(x % across, y % down)
        }
        return cells.map { row in
            String(row.map { dots in Self.glyph(dots, hasBraille: hasBraille) })
        }
    }

    /// The height, 0…1, at a moment, 0…1; a flat curve runs along the bottom.
    private func level(at time: Double) -> Double {
        guard !values.isEmpty, values.allSatisfy(\.isFinite), let scale,
            scale.upperBound - scale.lowerBound > 1e-9
        else { return 0 }
        let place = time * Double(values.count - 1)
        let index = min(values.count - 1, Int(place))
        let next = min(values.count - 1, index + 1)
        let part = place - Double(index)
        let value = values[index] + (values[next] - values[index]) * part
        let level = (value - scale.lowerBound) / (scale.upperBound - scale.lowerBound)
        return min(1, max(0, level))
    }

    private var scale: ClosedRange<Double>? {
        if let range { return range }
        guard let low = values.min(), let high = values.max() else { return nil }
        return low...high
    }

    /// The bit of a dot within its cell, as Unicode numbers them.
    private static func dot(_ x: Int, _ y: Int) -> UInt32 {
        let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
        return bits[x][y]
    }

    private static func glyph(_ dots: UInt32, hasBraille: Bool) -> Character {
        guard dots != 0 else { return " " }
        guard hasBraille, let scalar = Unicode.Scalar(0x2800 + dots) else { return "." }
        return Character(scalar)
    }
}
