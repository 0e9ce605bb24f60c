/// A cubic Bézier curve from (0, 0) to (1, 1), as CSS times its animations.
package struct UnitBezier: Hashable, Sendable {
    private let ax: Double
    private let bx: Double
    private let cx: Double
    private let ay: Double
    private let by: Double
    private let cy: Double

    /// Takes the two inner control points.
    ///
    /// - Precondition: `x1` and `x2` lie in 0…1, so that every x has one y.
    package init(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        precondition((0...1).contains(x1) && (0...1).contains(x2), "A curve over time never turns.")
        cx = 3 * x1
        bx = 3 * (x2 - x1) - cx
        ax = 1 - cx - bx
        cy = 3 * y1
        by = 3 * (y2 - y1) - cy
        ay = 1 - cy - by
    }

    /// Returns the height over `x`, which is held to 0…1.
    package func y(at x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let t = parameter(at: x)
        return ((ay * t + by) * t + cy) * t
    }

    /// Solves x(t) = x as WebKit's UnitBezier does, for the same numbers:
    /// eight steps of Newton, and bisection where the slope vanishes.
    private func parameter(at x: Double) -> Double {
        let tolerance = 1e-7
        var t = x
        for _ in 0..<8 {
            let error = ((ax * t + bx) * t + cx) * t - x
            if abs(error) < tolerance { return t }
            let slope = (3 * ax * t + 2 * bx) * t + cx
            if abs(slope) < 1e-6 { break }
            t -= error / slope
        }
        return bisected(x, tolerance)
    }

    private func bisected(_ x: Double, _ tolerance: Double) -> Double {
        var low = 0.0
        var high = 1.0
        var t = x
        while high - low > 1e-15 {
            let found = ((ax * t + bx) * t + cx) * t
            if abs(found - x) < tolerance { break }
            if found < x { low = t } else { high = t }
            t = (low + high) / 2
        }
        return t
    }
}
