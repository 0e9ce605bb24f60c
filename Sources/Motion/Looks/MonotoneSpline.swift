/// A cubic through points that never turns back between two of them.
///
/// Slopes are harmonic means of the neighbouring secants (Fritsch and Butland,
/// 1984), zero where these disagree, and one-sided at the ends.
package struct MonotoneSpline: Sendable {
    private let points: [ToneCurve.Point]
    private let slopes: [Double]
    private let amount: Double

    /// - Parameters:
    ///   - points: In the order of their `x`, which all differ.
    ///   - amount: 0 is the identity, 1 the curve.
    package init(_ points: [ToneCurve.Point], amount: Double = 1) {
        self.points = points
        self.amount = amount
        slopes = MonotoneSpline.slopes(points)
    }

    /// Returns the curve's value; beyond its ends it stays level.
    package func callAsFunction(_ x: Double) -> Double {
        amount == 0 ? x : x + (curve(x) - x) * amount
    }

    private func curve(_ x: Double) -> Double {
        guard let first = points.first, let last = points.last else { return x }
        if x <= first.x { return first.y }
        if x >= last.x { return last.y }
        guard let right = points.firstIndex(where: { $0.x > x }) else { return last.y }
        let (a, b) = (points[right - 1], points[right])
        let width = b.x - a.x
        let t = (x - a.x) / width
        let (t2, t3) = (t * t, t * t * t)
        return (2 * t3 - 3 * t2 + 1) * a.y + (t3 - 2 * t2 + t) * width * slopes[right - 1]
            + (3 * t2 - 2 * t3) * b.y + (t3 - t2) * width * slopes[right]
    }

    private static func slopes(_ points: [ToneCurve.Point]) -> [Double] {
        guard points.count > 1 else { return points.map { _ in 0 } }
        let secants = (1..<points.count).map {
            (points[$0].y - points[$0 - 1].y) / (points[$0].x - points[$0 - 1].x)
        }
        var slopes = [secants[0]]
        for index in secants.indices.dropFirst() {
            let (before, after) = (secants[index - 1], secants[index])
            slopes.append(before * after <= 0 ? 0 : 2 * before * after / (before + after))
        }
        slopes.append(secants[secants.count - 1])
        return slopes
    }
}
