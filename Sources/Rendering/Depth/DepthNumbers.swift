import Editorial
import Media

/// The numbers of a depth map on their way to nearness.
struct DepthNumbers {
    let size: PixelSize
    private(set) var values: [Float]
    private var low: Float = 0
    private var high: Float = 0

    init(_ grey: GreyPicture) {
        size = grey.size
        values = grey.values
        (low, high) = DepthNumbers.bounds(of: values)
    }

    /// Whether the numbers differ at all.
    var hasRange: Bool { high > low && (high - low).isFinite }

    /// The polarity of which near things are low in the frame and in its middle.
    var likelyPolarity: DepthPolarity {
        func mean(_ columns: Range<Int>, _ rows: Range<Int>) -> Double {
            var (sum, count) = (0.0, 0.0)
            for row in stride(
                from: rows.lowerBound,
                to: rows.upperBound,
                by: max(1, size.height / 90)
            ) {
                for column in stride(
                    from: columns.lowerBound,
                    to: columns.upperBound,
                    by: max(1, size.width / 120)
                ) {
                    let value = values[row * size.width + column]
                    guard value.isFinite else { continue }
                    sum += Double((min(max(value, low), high) - low) / (high - low))
                    count += 1
                }
            }
            return count > 0 ? sum / count : 0.5
        }
        let (width, height) = (size.width, size.height)
        let top = mean(0..<width, 0..<max(1, height / 5))
        let bottom = mean(0..<width, height - max(1, height / 5)..<height)
        let sides =
            (mean(0..<max(1, width / 8), 0..<height)
                + mean(width - max(1, width / 8)..<width, 0..<height)) / 2
        let middle = mean(
            width / 3..<max(width / 3 + 1, width * 2 / 3),
            height / 3..<max(height / 3 + 1, height * 2 / 3)
        )
        return bottom - top + (middle - sides) / 2 < -0.02 ? .nearIsDark : .nearIsBright
    }

    /// Makes nearness of the numbers, 0…1.
    mutating func turn(_ polarity: DepthPolarity, areDistances: Bool) {
        // Distances become nearness as their inverse; depths without a scale
        // are merely turned round.
        if polarity == .nearIsDark, areDistances, low > 0 {
            for index in values.indices where values[index].isFinite {
                values[index] = 1 / max(values[index], low)
            }
            (low, high) = (1 / high, 1 / low)
        } else if polarity == .nearIsDark {
            for index in values.indices where values[index].isFinite {
                values[index] = -values[index]
            }
            (low, high) = (-high, -low)
        }
        let scale = 1 / (high - low)
        for index in values.indices where values[index].isFinite {
            values[index] = (min(max(values[index], low), high) - low) * scale
        }
        fillHoles()
    }

    /// Gives what is not a number the farther of the numbers beside it in its row.
    private mutating func fillHoles() {
        for row in 0..<size.height {
            let line = row * size.width..<(row + 1) * size.width
            var before: Float?
            var hole: Int?
            for index in line {
                if values[index].isFinite {
                    if let start = hole { fill(start..<index, before, values[index]) }
                    hole = nil
                    before = values[index]
                } else if hole == nil {
                    hole = index
                }
            }
            if let start = hole { fill(start..<line.upperBound, before, nil) }
        }
    }

    private mutating func fill(_ range: Range<Int>, _ before: Float?, _ after: Float?) {
        let value = min(before ?? 1, after ?? before ?? 0)
        for index in range { values[index] = value }
    }

    /// The numbers between which all but a thousandth at either end lie.
    private static func bounds(of values: [Float]) -> (Float, Float) {
        let step = max(1, values.count / 200_000)
        var some = stride(from: 0, to: values.count, by: step).map { values[$0] }
        some.removeAll { !$0.isFinite }
        some.sort()
        guard let last = some.last, let first = some.first else { return (0, 0) }
        let cut = some.count / 1000
        let (low, high) = (some[cut], some[some.count - 1 - cut])
        // A map that is flat but for a few pixels is told by those.
        return high > low ? (low, high) : (first, last)
    }
}
