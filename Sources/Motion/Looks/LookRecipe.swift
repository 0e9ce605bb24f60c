/// What a look does to a picture: a value for each of its stages.
///
/// Stages run in the order of the properties below, which is that of the
/// world: air, lens, film, laboratory, artist, projector or tape. Lengths are
/// in frame heights, so that a look is the same at every size. A stage that
/// nobody names is neutral.
package struct LookRecipe: Hashable, Sendable {
    // In linear light.
    package var particles: [LookParticles] = []
    /// Stops.
    package var exposure = 0.0
    package var balance = LookBalance()
    package var blooms: [LookGlow] = []
    package var halations: [LookGlow] = []
    package var lens = LookLens()
    package var vignettes: [LookVignette] = []
    package var leaks: [LookLeak] = []

    // On encoded values, or in OkLab.
    package var curves: [ToneCurve] = []
    package var grade = LookGrade()
    package var hue = LookHue()
    package var saturation = LookSaturation()
    package var tone: LookTone?
    package var drawing: LookDrawing?
    package var optics = LookOptics()
    package var grain = LookGrain()
    package var tape: LookTape?
    package var digital: LookDigital?
    package var gate = LookGate()
    package var flicker = LookFlicker()

    // Of time and the frame.
    /// Pictures a second that are shown, each held until the next; nil is all.
    package var heldRate: Double?
    package var letterbox: LookLetterbox?
    /// The camera's shutter in degrees; nil is the shot's own.
    package var shutter: Double?

    /// Makes the look that changes nothing.
    package init() {}

    /// Whether the picture would be left as it is.
    package var isNeutral: Bool { self == LookRecipe() }

    /// The strength at which the look is meant to be seen: drawings wholly.
    package var standardStrength: Double { drawing == nil ? 0.8 : 1 }
}
