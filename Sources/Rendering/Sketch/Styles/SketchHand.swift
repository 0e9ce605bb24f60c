import CRenderKernels
import Editorial

/// How a style handles paint before anything is drawn into it.
///
/// Lengths are pixels at 720 rows.
struct SketchHand: Sendable {
    var look: sketch_look
    /// How far brushes bend edges.
    var wobble: Float = 1.5
    /// Brushes in linear light, before anything glows: radius and share.
    var brushes: [(radius: Double, mix: Float)] = [(3, 0.8)]
    /// Brushes over the developed picture.
    var washes: [(radius: Double, mix: Float)] = []

    init(_ style: Style) {
        look = Self.base
        switch style {
        case .natural: break
        case .cinematic: cinematic()
        case .noir: noir()
        case .vintage: vintage()
        case .anime: anime()
        case .watercolour: watercolour()
        case .oil: oil()
        case .ink, .pencil, .blueprint: drawn(style)
        case .lowpoly, .pixel, .synthwave: made(style)
        }
    }

    private static let base = sketch_look(
        exposure: 1.55,
        bloom: 0.22,
        contrast: 1,
        saturation: 1.05,
        vignette: 0.22,
        grain: 0.010,
        black: 0.035,
        shadows: sketch_rgb(r: -0.012, g: 0, b: 0.022),
        lights: sketch_rgb(r: 0.018, g: 0.006, b: -0.016),
        fade: 0,
        seed: 0
    )
}

extension SketchHand {
    private mutating func cinematic() {
        look.contrast = 1.15
        look.bloom = 0.30
        look.vignette = 0.40
        look.shadows = sketch_rgb(r: -0.020, g: 0.004, b: 0.035)
        look.lights = sketch_rgb(r: 0.030, g: 0.008, b: -0.030)
        brushes = [(3, 0.55)]
    }

    private mutating func noir() {
        look.contrast = 1.3
        look.bloom = 0.35
        look.vignette = 0.5
        look.grain = 0
    }

    private mutating func vintage() {
        look.contrast = 0.8
        look.saturation = 0.78
        look.bloom = 0.34
        look.vignette = 0.48
        look.grain = 0.028
        look.fade = 0.85
        look.shadows = sketch_rgb(r: 0.006, g: 0.004, b: 0.018)
        look.lights = sketch_rgb(r: 0.035, g: 0.012, b: -0.040)
    }

    private mutating func anime() {
        look.exposure = 1.85
        look.bloom = 0.14
        look.contrast = 0.75
        look.vignette = 0.05
        look.grain = 0
        brushes = [(5, 1)]
        washes = [(5, 1), (4, 1), (3, 1)]
    }

    private mutating func watercolour() {
        look.exposure = 2.1
        look.bloom = 0.10
        look.contrast = 0.6
        look.vignette = 0
        look.grain = 0
        wobble = 6
        washes = [(8, 1), (5, 1)]
    }

    private mutating func oil() {
        look.contrast = 1.05
        look.vignette = 0.15
        look.saturation = 1.2
        look.grain = 0
        brushes = [(2, 0.8)]
    }

    private mutating func drawn(_ style: Style) {
        look.exposure = style == .ink ? 1.8 : style == .pencil ? 1.7 : 1.55
        look.contrast = style == .ink ? 1.1 : style == .pencil ? 0.8 : 1
        look.bloom = style == .ink ? 0.05 : style == .pencil ? 0.1 : 0
        look.vignette = 0
        look.grain = 0
        brushes = [(5, 1)]
        washes = [(4, 1)]
    }

    private mutating func made(_ style: Style) {
        look.grain = 0
        look.contrast = style == .lowpoly ? 1.05 : style == .pixel ? 1.15 : 1.2
        look.vignette = style == .synthwave ? 0.22 : 0.12
        look.bloom = style == .synthwave ? 0.3 : 0.22
        brushes = [(style == .lowpoly ? 5 : style == .pixel ? 2 : 3, 0.8)]
    }
}

// What the lens and the mood of a prompt make of it.
extension SketchHand {
    mutating func feel(_ reading: SketchReading) {
        switch reading.mood {
        case .dreamy:
            look.bloom *= 1.6
            look.contrast *= 0.8
        case .ominous:
            look.exposure *= 0.78
            look.vignette = min(look.vignette * 1.4 + 0.06, 0.75)
            look.saturation *= 0.85
        case .joyful: look.saturation *= 1.22
        case .lonely: look.saturation *= 0.86
        case .nostalgic:
            look.fade = max(look.fade, 0.3)
            look.saturation *= 0.9
        case .epic:
            look.contrast *= 1.12
            look.bloom *= 1.15
        case .mysterious:
            look.exposure *= 0.88
            look.bloom *= 1.3
        case .romantic:
            look.bloom *= 1.35
            look.exposure *= 1.05
        case nil: break
        }
        if reading.palette == .monochrome { look.saturation = 0.08 }
    }
}
