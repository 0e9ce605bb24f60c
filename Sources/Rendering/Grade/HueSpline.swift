import Motion

/// How far each hue turns: a cubic around the circle, through six of them.
struct HueSpline: Sendable {
    /// Where red, yellow, green, cyan, blue and magenta of sRGB lie in OkLCh.
    private static let places = [29.23, 109.77, 142.50, 194.77, 264.05, 328.36]
    private let shifts: [Double]
    private let slopes: [Double]

    init(_ hue: LookHue) {
        let shifts = [hue.red, hue.yellow, hue.green, hue.cyan, hue.blue, hue.magenta]
        self.shifts = shifts
        slopes = (0..<6).map { index in
            let before = HueSpline.secant(shifts, (index + 5) % 6)
            let after = HueSpline.secant(shifts, index)
            return before * after <= 0 ? 0 : 2 * before * after / (before + after)
        }
    }

    private static func width(_ index: Int) -> Double {
        let gap = places[(index + 1) % 6] - places[index]
        return gap < 0 ? gap + 360 : gap
    }

    private static func secant(_ shifts: [Double], _ index: Int) -> Double {
        (shifts[(index + 1) % 6] - shifts[index]) / width(index)
    }

    /// Returns the turn of a hue, both in degrees.
    func callAsFunction(_ hue: Double) -> Double {
        let left = HueSpline.places.lastIndex { $0 <= hue } ?? 5
        let right = (left + 1) % 6
        let width = HueSpline.width(left)
        let from = hue - HueSpline.places[left]
        let t = (from < 0 ? from + 360 : from) / width
        let (t2, t3) = (t * t, t * t * t)
        return (2 * t3 - 3 * t2 + 1) * shifts[left] + (t3 - 2 * t2 + t) * width * slopes[left]
            + (3 * t2 - 2 * t3) * shifts[right] + (t3 - t2) * width * slopes[right]
    }
}
