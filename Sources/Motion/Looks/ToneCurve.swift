/// A curve for each of red, green and blue, through points, on encoded values.
package struct ToneCurve: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        package var x: Double
        package var y: Double

        package init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// Points in the order of their `x`, which all differ.
    package var red: [Point]
    package var green: [Point]
    package var blue: [Point]
    /// 1 is the curve, 0 a straight line that changes nothing.
    package var amount = 1.0

    package init(red: [Point], green: [Point], blue: [Point]) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    package init(_ points: [Point]) {
        self.init(red: points, green: points, blue: points)
    }

    /// Makes an S through middle grey whose slope there is `1 + contrast`
    /// at most; less than 0 flattens.
    package static func contrast(_ contrast: Double) -> ToneCurve {
        let bend = 0.25 * contrast / 2
        return ToneCurve([
            Point(0, contrast < 0 ? -contrast * 0.12 : 0), Point(0.25, 0.25 - bend),
            Point(0.5, 0.5), Point(0.75, 0.75 + bend),
            Point(1, contrast < 0 ? 1 + contrast * 0.12 : 1),
        ])
    }

    /// Returns the three curves as functions that can be asked often.
    package var splines: [MonotoneSpline] {
        [red, green, blue].map { MonotoneSpline($0, amount: amount) }
    }

    func scaled(_ strength: Double) -> ToneCurve {
        var curve = self
        curve.amount *= strength
        return curve
    }
}
