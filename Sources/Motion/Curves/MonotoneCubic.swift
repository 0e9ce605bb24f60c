/// A smooth line through points that never overshoots them.
///
/// Slopes are the harmonic means of their neighbours' secants, and 0 where the
/// line turns (Fritsch and Butland, 1984).
struct MonotoneCubic: Hashable, Sendable {
    /// How the line meets its two ends.
    enum Ends: Hashable, Sendable {
        case atRest
        /// With the slope of the first and the last stretch.
        case straight
    }

    private let points: [SIMD2<Double>]
    private let slopes: [Double]

    /// - Precondition: There is a point; x ascends.
    init(_ points: [SIMD2<Double>], ends: Ends) {
        precondition(!points.isEmpty, "A line goes through points.")
        self.points = points
        let secants = zip(points, points.dropFirst()).map { ($1.y - $0.y) / ($1.x - $0.x) }
        slopes = points.indices.map { index in
            guard index > 0, index < secants.count else {
                guard ends == .straight, let first = secants.first, let last = secants.last
                else { return 0 }
                return index == 0 ? first : last
            }
            let (before, after) = (secants[index - 1], secants[index])
            return before * after > 0 ? 2 * before * after / (before + after) : 0
        }
    }

    /// Returns the height over `x`; flat before the first point and after the last.
    func y(at x: Double) -> Double {
        var next = 0
        while next < points.count, points[next].x <= x { next += 1 }
        guard next > 0 else { return points[0].y }
        guard next < points.count else { return points[next - 1].y }
        let (from, to) = (points[next - 1], points[next])
        let length = to.x - from.x
        let t = (x - from.x) / length
        let rest = 1 - t
        return from.y * (1 + 2 * t) * rest * rest + slopes[next - 1] * length * t * rest * rest
            + to.y * t * t * (3 - 2 * t) - slopes[next] * length * t * t * rest
    }
}
