extension SketchSilhouette {
    static func streetLamp() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.polygon([(-0.035, 0), (0.035, 0), (0.020, 0.08), (-0.020, 0.08)], value: 0.16)
        shape.limb([(0, 0.05, 0.012), (0, 0.90, 0.009)], value: 0.16)
        shape.limb(
            [(0, 0.88, 0.009), (0.03, 0.965, 0.008), (0.11, 0.985, 0.008), (0.16, 0.975, 0.008)],
            value: 0.16
        )
        shape.polygon([(0.115, 0.975), (0.205, 0.975), (0.190, 1.0), (0.130, 1.0)], value: 0.12)
        shape.ellipse(0.160, 0.962, 0.034, 0.018, light: 0xffd9a0)
        return shape
    }

    static func lampShade() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.polygon([(-0.85, 0.10), (0.85, 0.10), (0.30, 0.95), (-0.30, 0.95)], value: 0.22)
        shape.ellipse(0, 0.06, 0.34, 0.20, light: 0xffd898)
        return shape
    }

    static func campfire() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for (x, y) in [(-0.36, 0.05), (-0.20, 0.02), (0.0, 0.0), (0.20, 0.02), (0.36, 0.05)] {
            shape.ellipse(x, y, 0.10, 0.065, value: 0.20)
        }
        shape.limb([(-0.34, 0.10, 0.045), (0.16, 0.30, 0.040)], value: 0.12)
        shape.limb([(0.34, 0.10, 0.045), (-0.16, 0.30, 0.040)], value: 0.12)
        shape.blob(
            [
                (0, 0.06), (0.20, 0.16), (0.22, 0.36), (0.12, 0.52), (0.16, 0.70), (0.02, 0.86),
                (-0.02, 1.0), (-0.10, 0.82), (-0.06, 0.64), (-0.20, 0.50), (-0.24, 0.32),
                (-0.18, 0.14),
            ],
            light: 0xff7a20
        )
        shape.blob(
            [
                (0, 0.08), (0.12, 0.18), (0.12, 0.34), (0.05, 0.50), (0.0, 0.68), (-0.06, 0.50),
                (-0.13, 0.34), (-0.11, 0.18),
            ],
            light: 0xffd860
        )
        return shape
    }

    static func snowman() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.limb([(-0.16, 0.56, 0.010), (-0.36, 0.68, 0.008), (-0.42, 0.76, 0.004)], value: 0.10)
        shape.limb([(0.16, 0.56, 0.010), (0.36, 0.66, 0.008), (0.44, 0.70, 0.004)], value: 0.10)
        shape.ellipse(0, 0.22, 0.26, 0.235, value: 0.86)
        shape.ellipse(0, 0.53, 0.185, 0.17, value: 0.88)
        shape.ellipse(0, 0.76, 0.13, 0.125, value: 0.90)
        shape.ellipse(0, 0.865, 0.16, 0.020, value: 0.07)
        shape.box(-0.095, 0.865, 0.095, 1.0, value: 0.07)
        shape.box(-0.097, 0.875, 0.097, 0.905, value: 0.36)
        shape.limb([(-0.12, 0.665, 0.026), (0, 0.645, 0.030), (0.12, 0.665, 0.026)], value: 0.34)
        shape.polygon([(0.05, 0.775), (0.22, 0.755), (0.05, 0.745)], value: 0.50)
        for x in [-0.02, 0.06] { shape.ellipse(x, 0.80, 0.013, value: 0.04) }
        for y in [0.46, 0.53, 0.60] { shape.ellipse(0.02, y, 0.014, value: 0.06) }
        return shape
    }

    static func bench() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for x in [-0.80, 0.80] {
            shape.limb([(x, 0, 0.035), (x, 0.50, 0.035)], value: 0.12)
            shape.limb([(x, 0.45, 0.030), (x - 0.03, 0.98, 0.028)], value: 0.12)
        }
        for y in [0.66, 0.80, 0.94] { shape.box(-0.98, y - 0.035, 0.98, y + 0.035, value: 0.26) }
        shape.box(-1.0, 0.44, 1.0, 0.52, value: 0.32)
        return shape
    }

    /// A person on a chair, from the side.
    static func seated() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for x in [-0.17, 0.14] {
            shape.limb([(x, 0.38, 0.013), (x - 0.005, 0, 0.011)], value: 0.11)
        }
        shape.limb([(-0.18, 0.36, 0.016), (-0.215, 0.80, 0.012)], value: 0.11)
        shape.limb([(-0.19, 0.38, 0.022), (0.16, 0.38, 0.020)], value: 0.11)
        shape.limb([(-0.09, 0.46, 0.085), (-0.08, 0.62, 0.082), (-0.055, 0.78, 0.078)])
        shape.limb([(-0.08, 0.45, 0.075), (0.20, 0.47, 0.052)])
        shape.limb([(0.20, 0.46, 0.050), (0.20, 0.25, 0.040), (0.19, 0.05, 0.026)])
        shape.limb([(0.19, 0.03, 0.024), (0.28, 0.02, 0.018)])
        shape.limb([(-0.05, 0.80, 0.042), (0, 0.62, 0.036), (0.12, 0.53, 0.026)], value: 0.15)
        shape.limb([(-0.04, 0.84, 0.034), (-0.015, 0.89, 0.032)])
        shape.ellipse(0.005, 0.935, 0.056, 0.066)
        return shape
    }
}
