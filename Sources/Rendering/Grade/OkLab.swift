import Foundation

/// A colour by lightness and two opponents (Ottosson, 2020).
struct OkLab: Hashable {
    var lightness: Double
    var a: Double
    var b: Double

    init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    init(linear rgb: SIMD3<Double>) {
        let l = cbrt(0.4122214708 * rgb.x + 0.5363325363 * rgb.y + 0.0514459929 * rgb.z)
        let m = cbrt(0.2119034982 * rgb.x + 0.6806995451 * rgb.y + 0.1073969566 * rgb.z)
        let s = cbrt(0.0883024619 * rgb.x + 0.2817188376 * rgb.y + 0.6299787005 * rgb.z)
        lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
        a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
        b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    }

    init(encoded rgb: SIMD3<Double>) { self.init(linear: SRGB.linear(rgb)) }

    var chroma: Double { (a * a + b * b).squareRoot() }

    /// In degrees from 0 to 360.
    var hue: Double {
        let angle = atan2(b, a) * 180 / .pi
        return angle < 0 ? angle + 360 : angle
    }

    init(lightness: Double, chroma: Double, hue: Double) {
        self.lightness = lightness
        a = chroma * cos(hue * .pi / 180)
        b = chroma * sin(hue * .pi / 180)
    }

    var linear: SIMD3<Double> {
        let l = lightness + 0.3963377774 * a + 0.2158037573 * b
        let m = lightness - 0.1055613458 * a - 0.0638541728 * b
        let s = lightness - 0.0894841775 * a - 1.2914855480 * b
        let (l3, m3, s3) = (l * l * l, m * m * m, s * s * s)
        return SIMD3(
            4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
            -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
            -0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3
        )
    }

    /// The colour in sRGB; what lies outside keeps lightness and hue and gives
    /// up chroma.
    var encoded: SIMD3<Double> {
        let whole = linear
        if OkLab.fits(whole) {
            return SRGB.encoded(whole.clamped(lowerBound: .zero, upperBound: .one))
        }
        var (low, high) = (0.0, 1.0)
        let light = min(1, max(0, lightness))
        for _ in 0..<10 {
            let share = (low + high) / 2
            let colour = OkLab(lightness: light, a: a * share, b: b * share)
            if OkLab.fits(colour.linear) { low = share } else { high = share }
        }
        let colour = OkLab(lightness: light, a: a * low, b: b * low).linear
        return SRGB.encoded(colour.clamped(lowerBound: .zero, upperBound: .one))
    }

    private static func fits(_ rgb: SIMD3<Double>) -> Bool {
        rgb.min() >= -0.0005 && rgb.max() <= 1.0005
    }

    func mixed(with other: OkLab, _ share: Double) -> OkLab {
        OkLab(
            lightness: lightness + (other.lightness - lightness) * share,
            a: a + (other.a - a) * share,
            b: b + (other.b - b) * share
        )
    }
}
