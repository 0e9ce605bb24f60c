import Foundation
import Motion

extension Homography {
    /// Returns the map that does `first`, then this.
    func after(_ first: Homography) -> Homography {
        let (a, b) = (values, first.values)
        let product = (0..<9).map { place in
            let (row, column) = (place / 3 * 3, place % 3)
            return a[row] * b[column] + a[row + 1] * b[column + 3] + a[row + 2] * b[column + 6]
        }
        return Homography(product).unit
    }

    /// The same map with 1 as its last number.
    var unit: Homography {
        values[8] == 0 ? self : Homography(values.map { $0 / values[8] })
    }

    /// Returns the same map between pictures whose sides are so many times as long.
    func scaled(_ x: Double, _ y: Double) -> Homography {
        let m = values
        return Homography([
            m[0], m[1] * x / y, m[2] * x,
            m[3] * y / x, m[4], m[5] * y,
            m[6] / x, m[7] / y, m[8],
        ])
    }

    /// Returns what a little circle around a place does: how far its centre
    /// goes, and how much it turns and grows.
    func shift(x: Double, y: Double) -> PictureShift {
        let to = map(x: x, y: y)
        let depth = values[6] * x + values[7] * y + values[8]
        let across = (
            (values[0] - values[6] * to.x) / depth, (values[3] - values[6] * to.y) / depth
        )
        let down = ((values[1] - values[7] * to.x) / depth, (values[4] - values[7] * to.y) / depth)
        return PictureShift(
            x: to.x - x,
            y: to.y - y,
            angle: atan2(across.1 - down.0, across.0 + down.1),
            growth: log(max(abs(across.0 * down.1 - across.1 * down.0), 1e-12)) / 2
        )
    }
}

/// What a picture does between two frames, about its centre.
struct PictureShift: Hashable {
    /// Pixels.
    var x = 0.0
    var y = 0.0
    /// Radians, clockwise on the screen.
    var angle = 0.0
    /// The logarithm of the factor.
    var growth = 0.0

    static func + (a: PictureShift, b: PictureShift) -> PictureShift {
        PictureShift(
            x: a.x + b.x,
            y: a.y + b.y,
            angle: a.angle + b.angle,
            growth: a.growth + b.growth
        )
    }

    static func - (a: PictureShift, b: PictureShift) -> PictureShift { a + b * -1 }

    static func * (a: PictureShift, factor: Double) -> PictureShift {
        PictureShift(
            x: a.x * factor,
            y: a.y * factor,
            angle: a.angle * factor,
            growth: a.growth * factor
        )
    }
}
