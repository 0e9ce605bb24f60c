import CRenderKernels
import Editorial

extension Style {
    /// How the style turns light into a picture.
    ///
    /// Radii are pixels at 720 rows.
    var look: sketch_look {
        var look = Self.base
        switch self {
        case .natural:
            break
        case .cinematic:
            look.contrast = 1.15
            look.bloom = 0.30
            look.vignette = 0.40
            look.shadows = sketch_rgb(r: -0.020, g: 0.004, b: 0.035)
            look.lights = sketch_rgb(r: 0.030, g: 0.008, b: -0.030)
            look.paint_mix = 0.55
        case .noir:
            look.contrast = 1.3
            look.bloom = 0.35
            look.vignette = 0.5
            look.monochrome = 1
            look.cut_low = 0.20
            look.cut_high = 0.46
            look.grain = 0.030
        case .anime:
            look.paint_radius = 6
            look.paint_mix = 1
            look.bloom = 0.14
            look.vignette = 0.05
            look.grain = 0
            look.contrast = 0.75
            look.exposure = 1.85
            look.saturation = 1.32
            look.tones = 7
            look.outline = 0.55
        case .watercolour:
            look.wobble = 6
            look.paint_radius = 8
            look.paint_mix = 1
            look.bloom = 0.10
            look.vignette = 0
            look.grain = 0
            look.contrast = 0.6
            look.exposure = 2.1
            look.outline = 0.5
            look.paper = 1
        case .vintage:
            look.contrast = 0.8
            look.saturation = 0.78
            look.bloom = 0.34
            look.vignette = 0.48
            look.grain = 0.028
            look.fade = 0.85
            look.shadows = sketch_rgb(r: 0.006, g: 0.004, b: 0.018)
            look.lights = sketch_rgb(r: 0.035, g: 0.012, b: -0.040)
        }
        return look
    }

    private static var base: sketch_look {
        sketch_look(
            wobble: 1.5,
            paint_radius: 3,
            paint_mix: 0.8,
            exposure: 1.55,
            bloom: 0.22,
            contrast: 1,
            saturation: 1.05,
            vignette: 0.22,
            grain: 0.010,
            black: 0.035,
            shadows: sketch_rgb(r: -0.012, g: 0, b: 0.022),
            lights: sketch_rgb(r: 0.018, g: 0.006, b: -0.016),
            tones: 0,
            outline: 0,
            monochrome: 0,
            cut_low: 0,
            cut_high: 0,
            paper: 0,

            fade: 0,
            seed: 0
        )
    }
}
