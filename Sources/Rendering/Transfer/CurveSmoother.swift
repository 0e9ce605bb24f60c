import Foundation

/// Takes what is brief out of curves.
struct CurveSmoother {
    private let times: [Double]
    private let width: Double

    /// - Parameters:
    ///   - times: Ascending.
    ///   - width: The Gaussian's standard deviation, in the unit of the times.
    init(times: [Double], width: Double) {
        self.times = times
        self.width = width
    }

    /// Returns at each time the height of the line that fits the curve best
    /// around there, near values counting most, by a Gaussian.
    ///
    /// A steady move stays as it is to its very ends, and an end that jolts
    /// holds nothing back.
    func smooth(_ values: [Double]) -> [Double] {
        guard times.count > 2, width > 0 else { return values }
        var (first, end) = (0, 0)
        return times.indices.map { index in
            while times[first] < times[index] - 3 * width { first += 1 }
            while end < times.count, times[end] <= times[index] + 3 * width { end += 1 }
            return height(of: values, around: index, in: first..<end)
        }
    }

    private func height(of values: [Double], around index: Int, in range: Range<Int>) -> Double {
        var weights = (0.0, 0.0, 0.0)
        var sums = (0.0, 0.0)
        for other in range {
            let distance = times[other] - times[index]
            let weight = exp(-distance * distance / (2 * width * width))
            weights.0 += weight
            weights.1 += weight * distance
            weights.2 += weight * distance * distance
            sums.0 += weight * values[other]
            sums.1 += weight * distance * values[other]
        }
        let determinant = weights.0 * weights.2 - weights.1 * weights.1
        // Fewer than two different times make no line.
        guard determinant > 1e-12 * weights.0 * weights.0 else { return sums.0 / weights.0 }
        return (weights.2 * sums.0 - weights.1 * sums.1) / determinant
    }
}
