import Foundation
package import Motion

/// What a look makes of a single colour, wherever it stands.
///
/// The stages from exposure to tone, in this order; all else needs to know
/// about other pixels, or about the place.
package struct ColourGrade: Sendable {
    private let look: LookRecipe
    private let splines: [[MonotoneSpline]]
    private let hues: HueSpline?
    private let tones: ToneScale?
    private let light: SIMD3<Double>?

    /// Prepares the grade of a look.
    ///
    /// - Parameters:
    ///   - look: Its other stages are left aside.
    ///   - withLight: Whether exposure and white balance belong to it; they do
    ///     not where light spreads between them and the curve.
    package init(_ look: LookRecipe, withLight: Bool = true) {
        self.look = look
        splines = look.curves.map(\.splines)
        hues = look.hue == LookHue() ? nil : HueSpline(look.hue)
        tones = look.tone.map(ToneScale.init)
        let gain = ColourGrade.gain(of: look)
        light = withLight && gain != .one ? gain : nil
    }

    /// Whether every colour stays what it is.
    package var isNeutral: Bool {
        light == nil && splines.isEmpty && look.grade == LookGrade() && hues == nil
            && look.saturation == LookSaturation() && (look.tone?.amount ?? 0) == 0
    }

    /// Returns the factors of linear light of exposure and white balance.
    package static func gain(of look: LookRecipe) -> SIMD3<Double> {
        let balance = look.balance
        let warm = exp2(balance.temperature / 250)
        let factors = SIMD3(warm, exp2(-balance.tint / 400), 1 / warm)
        let luma = (factors * SIMD3(0.2126, 0.7152, 0.0722)).sum()
        return factors / luma * exp2(look.exposure)
    }

    /// Returns what an encoded colour becomes, 0 to 1.
    package func callAsFunction(_ encoded: SIMD3<Double>) -> SIMD3<Double> {
        var colour = encoded
        if let light {
            let lit = (SRGB.linear(colour) * light).clamped(lowerBound: .zero, upperBound: .one)
            colour = SRGB.encoded(lit)
        }
        for curve in splines {
            colour = SIMD3(curve[0](colour.x), curve[1](colour.y), curve[2](colour.z))
        }
        colour = graded(colour).clamped(lowerBound: .zero, upperBound: .one)
        colour = coloured(colour)
        if let tones { colour = tones(colour) }
        return colour.clamped(lowerBound: .zero, upperBound: .one)
    }

    private func graded(_ colour: SIMD3<Double>) -> SIMD3<Double> {
        let grade = look.grade
        guard grade != LookGrade() else { return colour }
        let lifted = grade.gain * (colour + grade.lift * (SIMD3<Double>.one - colour))
        return SIMD3(
            pow(max(0, lifted.x), 1 / grade.gamma.x),
            pow(max(0, lifted.y), 1 / grade.gamma.y),
            pow(max(0, lifted.z), 1 / grade.gamma.z)
        )
    }

    /// Hue and saturation, in OkLCh.
    private func coloured(_ colour: SIMD3<Double>) -> SIMD3<Double> {
        let saturation = look.saturation
        guard hues != nil || saturation != LookSaturation() else { return colour }
        let lab = OkLab(encoded: colour)
        let chroma = lab.chroma, hue = lab.hue
        guard chroma > 1e-6 else { return colour }
        // Skin, around 57 degrees, is easily overdone.
        let skin = max(0, min(1, (27 - abs(hue - 57.5)) / 10))
        let vibrance = saturation.vibrance * (1 - skin / 2)
        let factor = saturation.saturation + vibrance * max(0, 1 - chroma / 0.25)
        return OkLab(
            lightness: lab.lightness,
            chroma: chroma * max(0, factor),
            hue: hue + (hues?(hue) ?? 0)
        ).encoded
    }
}

extension ColourGrade {
    /// Whether a look is nothing but a grade: no pixel of it asks for another,
    /// or for its place, or for the time.
    package static func isWhole(_ look: LookRecipe) -> Bool {
        var rest = look
        rest.exposure = 0
        rest.balance = LookBalance()
        rest.curves = []
        rest.grade = LookGrade()
        rest.hue = LookHue()
        rest.saturation = LookSaturation()
        rest.tone = nil
        return LookStills.isInvisible(rest)
    }
}
