import Editorial
package import Motion

extension DepthMap {
    /// The inverse distances between the farthest and the nearest, when the
    /// relief is full and the subject's is 1.
    package static let fullRelief = 0.8

    /// The nearness of the subject: the median of the picture's middle ninth,
    /// held so that inverse distances stay within 0.5 and 1.6.
    package var subject: Double {
        let columns = size.width / 3..<max(size.width / 3 + 1, size.width * 2 / 3)
        let rows = size.height / 3..<max(size.height / 3 + 1, size.height * 2 / 3)
        // Some thousand values tell the median as well as all of them.
        let step = max(1, min(columns.count, rows.count) / 48)
        var values: [Float] = []
        for row in stride(from: rows.lowerBound, to: rows.upperBound, by: step) {
            for column in stride(from: columns.lowerBound, to: columns.upperBound, by: step) {
                values.append(self[row: row, column: column])
            }
        }
        values.sort()
        return min(max(Double(values[values.count / 2]), 0.25), 0.625)
    }

    /// What the camera must know of the map.
    package var summary: DepthSummary {
        let subject = subject
        func inverse(_ nearness: Float) -> Double {
            1 + DepthMap.fullRelief * (Double(nearness) - subject)
        }
        let all = range
        let border = range(inset: max(1, min(size.width, size.height) / 50))
        return DepthSummary(
            nearest: inverse(all.upperBound),
            farthest: inverse(all.lowerBound),
            borderNearest: inverse(border.upperBound),
            borderFarthest: inverse(border.lowerBound),
            kind: kind,
            steepness: steepness
        )
    }

    /// The range of nearness in the whole map.
    var range: ClosedRange<Float> { range(inset: nil) }

    /// The range of nearness in the whole map, or in a frame of so many pixels along its edge.
    private func range(inset: Int?) -> ClosedRange<Float> {
        var (low, high) = (Float(1), Float(0))
        nearness.withUnsafeBufferPointer { nearness in
            func look(_ row: Int, _ columns: Range<Int>) {
                for column in columns {
                    let value = nearness[row * size.width + column]
                    low = min(low, value)
                    high = max(high, value)
                }
            }
            for row in 0..<size.height {
                guard let inset, row >= inset, row < size.height - inset,
                    size.width > 2 * inset
                else {
                    look(row, 0..<size.width)
                    continue
                }
                look(row, 0..<inset)
                look(row, size.width - inset..<size.width)
            }
        }
        return min(low, high)...max(low, high)
    }

    /// The 95th percentile of the slope of inverse distance, for a picture whose
    /// width is 1, over a grid of some thousand places.
    private var steepness: Double {
        guard size.width > 1 else { return 0 }
        let step = max(1, size.height / 64)
        var slopes: [Double] = []
        for row in stride(from: 0, to: size.height, by: step) {
            for column in stride(from: 0, to: size.width - 1, by: max(1, size.width / 128)) {
                let rise = self[row: row, column: column + 1] - self[row: row, column: column]
                slopes.append(abs(Double(rise)) * Double(size.width) * DepthMap.fullRelief)
            }
        }
        slopes.sort()
        return slopes[slopes.count * 95 / 100]
    }
}
