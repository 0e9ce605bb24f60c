extension SketchSilhouette {
    /// How one of the dogs differs from another.
    private struct Breed {
        var muzzle: Double
        var ear: Double
        var tail: Double
        var leg: Double
        var chest: Double
        var value: Double
    }

    static func wolf() -> SketchSilhouette {
        hound(Breed(muzzle: 0.16, ear: 0.085, tail: 0.060, leg: 1, chest: 0.16, value: 0.13))
    }

    static func dog() -> SketchSilhouette {
        hound(Breed(muzzle: 0.14, ear: -0.09, tail: 0.026, leg: 0.95, chest: 0.15, value: 0.16))
    }

    static func fox() -> SketchSilhouette {
        hound(Breed(muzzle: 0.15, ear: 0.11, tail: 0.100, leg: 0.86, chest: 0.12, value: 0.22))
    }

    private static func hound(_ breed: Breed) -> SketchSilhouette {
        var shape = SketchSilhouette()
        let value = breed.value, belly = 0.46 - 0.02 * breed.leg
        for (x, lean, shade) in [(0.20, 0.05, 0.75), (0.25, -0.01, 1.0)] {
            shape.limb(
                [(x, 0.52, 0.078), (x + lean, 0.32, 0.040), (x + lean * 0.6, 0.06, 0.030)],
                value: value * shade
            )
            shape.ellipse(x + lean * 0.6 + 0.025, 0.026, 0.046, 0.026, value: value * shade)
        }
        for (x, lean, shade) in [(-0.40, 0.07, 0.75), (-0.47, 0.0, 1.0)] {
            shape.limb(
                [
                    (x, 0.56, 0.098), (x + 0.03 + lean, 0.40, 0.060),
                    (x - 0.06 + lean, 0.24, 0.034),
                    (x - 0.02 + lean, 0.06, 0.030),
                ],
                value: value * shade
            )
            shape.ellipse(x + 0.01 + lean, 0.026, 0.046, 0.026, value: value * shade)
        }
        shape.blob(
            [
                (0.30, 0.82), (0.16, 0.755), (0.00, 0.700), (-0.20, 0.690), (-0.38, 0.700),
                (-0.52, 0.650), (-0.55, 0.540), (-0.44, 0.450), (-0.26, belly + 0.03),
                (-0.05, belly - 0.02),
                (0.14, belly - breed.chest * 0.35), (0.28, 0.44), (0.36, 0.56), (0.42, 0.68),
            ],
            value: value
        )
        // Head, its brow and muzzle.
        let tip = 0.55 + breed.muzzle
        shape.blob(
            [
                (0.26, 0.80), (0.34, 0.905), (0.43, 0.945), (0.51, 0.915), (0.55, 0.865),
                (tip, 0.835),
                (tip + 0.02, 0.800), (tip - 0.02, 0.770), (0.54, 0.745), (0.44, 0.705),
                (0.34, 0.68),
            ],
            value: value
        )
        if breed.ear > 0 {
            shape.polygon([(0.33, 0.90), (0.345, 0.93 + breed.ear), (0.425, 0.935)], value: value)
            shape.polygon(
                [(0.40, 0.92), (0.440, 0.925 + breed.ear), (0.485, 0.925)],
                value: value * 0.75
            )
        } else {
            shape.limb(
                [(0.36, 0.92, 0.034), (0.325, 0.85, 0.046), (0.325, 0.775, 0.030)],
                value: value * 0.75
            )
        }
        let brush = breed.tail
        if brush < 0.04 {
            shape.limb(
                [(-0.52, 0.66, 0.032), (-0.64, 0.76, 0.026), (-0.68, 0.90, 0.012)],
                value: value
            )
        } else {
            shape.limb(
                [
                    (-0.52, 0.64, brush * 0.6), (-0.66, 0.55, brush), (-0.78, 0.42, brush * 1.05),
                    (-0.86, 0.32, 0.012),
                ],
                value: value
            )
        }
        return shape
    }

    /// A cat that sits and looks away.
    static func cat() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.limb([
            (-0.22, 0.07, 0.050), (-0.40, 0.055, 0.046), (-0.50, 0.12, 0.036), (-0.47, 0.22, 0.020),
        ])
        shape.blob([
            (0.20, 0.0), (0.23, 0.10), (0.20, 0.32), (0.215, 0.52), (0.18, 0.66), (0.05, 0.70),
            (-0.08, 0.63), (-0.18, 0.48), (-0.28, 0.28), (-0.32, 0.10), (-0.26, 0.0), (0, -0.01),
        ])
        shape.blob([
            (0.30, 0.80), (0.27, 0.72), (0.18, 0.66), (0.06, 0.66), (-0.02, 0.73), (-0.02, 0.83),
            (0.04, 0.91), (0.15, 0.935), (0.25, 0.895),
        ])
        shape.polygon([(-0.01, 0.84), (-0.005, 1.0), (0.09, 0.92)])
        shape.polygon([(0.16, 0.92), (0.245, 1.0), (0.275, 0.86)])
        return shape
    }
}
