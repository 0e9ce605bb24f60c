import CRenderKernels

extension SketchSilhouette {
    /// A person seen from behind, about seven heads tall; a face is never drawn.
    static func figure(_ details: Set<SketchDetail>) -> SketchSilhouette {
        var shape = SketchSilhouette()
        let walks = details.contains(.walking), runs = details.contains(.running)
        runs ? shape.sprint() : walks ? shape.stride() : shape.stance()
        shape.limb([(0, 0.79, 0.078), (0, 0.66, 0.076), (0, 0.51, 0.080)])
        if !details.contains(.dress) {
            shape.polygon(
                [
                    (-0.092, 0.81), (0.092, 0.81), (0.128, 0.74), (0.118, 0.56), (0.128, 0.455),
                    (0, 0.445), (-0.128, 0.455), (-0.118, 0.56), (-0.128, 0.74),
                ],
                value: 0.14
            )
        }
        if details.contains(.coat) {
            shape.polygon(
                [
                    (-0.098, 0.80), (0.098, 0.80), (0.115, 0.58), (0.155, 0.27), (0.05, 0.245),
                    (0.01, 0.31), (-0.04, 0.24), (-0.15, 0.265), (-0.115, 0.58),
                ],
                value: 0.12
            )
        }
        if details.contains(.dress) { shape.gown() }
        if details.contains(.pack) {
            shape.limb([(0, 0.79, 0.070), (0, 0.68, 0.092), (0, 0.57, 0.080)], value: 0.30)
            shape.limb([(-0.075, 0.83, 0.026), (0.075, 0.83, 0.026)], value: 0.22)
        }
        shape.limb([(0, 0.82, 0.036), (0, 0.875, 0.030)])
        shape.ellipse(0, 0.928, 0.054, 0.066)
        if details.contains(.dress) {
            shape.limb(
                [
                    (0, 0.945, 0.063), (-0.012, 0.87, 0.060), (-0.030, 0.79, 0.048),
                    (-0.060, 0.70, 0.014),
                ],
                value: 0.09
            )
        }
        if details.contains(.hat) {
            shape.ellipse(0, 0.962, 0.118, 0.019, value: 0.10)
            shape.polygon(
                [(-0.062, 0.962), (0.062, 0.962), (0.048, 1.035), (0, 1.022), (-0.048, 1.035)],
                value: 0.11
            )
        }
        if details.contains(.sword) {
            shape.limb([(0.135, 0.50, 0.014), (0.175, 0.44, 0.012)], value: 0.2)
            shape.limb(
                [(0.175, 0.44, 0.010), (0.30, 0.25, 0.008), (0.40, 0.09, 0.004)],
                value: 0.45
            )
        }
        if details.contains(.staff) {
            shape.limb(
                [(0.215, 0.0, 0.010), (0.205, 0.55, 0.011), (0.195, 1.06, 0.010)],
                value: 0.24
            )
            shape.limb([(0.098, 0.78, 0.040), (0.165, 0.66, 0.032), (0.205, 0.62, 0.026)])
        }
        if details.contains(.umbrella) { shape.umbrella() }
        return shape
    }

    private mutating func stance() {
        mirrored { shape, side in
            shape.limb([
                (side * 0.044, 0.50, 0.056), (side * 0.062, 0.28, 0.043),
                (side * 0.068, 0.04, 0.028),
            ])
            shape.ellipse(side * 0.078, 0.018, 0.044, 0.020)
            shape.limb([
                (side * 0.098, 0.79, 0.042), (side * 0.150, 0.63, 0.034),
                (side * 0.146, 0.46, 0.025),
            ])
        }
    }

    private mutating func stride() {
        limb([(-0.012, 0.50, 0.058), (-0.050, 0.28, 0.043), (-0.132, 0.06, 0.026)])
        limb([(-0.134, 0.05, 0.026), (-0.105, 0.022, 0.020), (-0.075, 0.016, 0.012)])
        limb([(0.018, 0.50, 0.058), (0.078, 0.29, 0.043), (0.086, 0.04, 0.026)])
        limb([(0.086, 0.03, 0.026), (0.118, 0.018, 0.020), (0.150, 0.014, 0.012)])
        limb([(-0.045, 0.79, 0.040), (-0.100, 0.63, 0.033), (-0.120, 0.48, 0.024)])
        limb([(0.045, 0.79, 0.040), (0.100, 0.63, 0.031), (0.145, 0.51, 0.024)])
    }

    private mutating func sprint() {
        limb([(-0.012, 0.50, 0.058), (-0.110, 0.34, 0.043), (-0.240, 0.29, 0.028)])
        limb([(-0.240, 0.29, 0.024), (-0.280, 0.235, 0.016)])
        limb([
            (0.018, 0.50, 0.058), (0.130, 0.37, 0.043), (0.110, 0.18, 0.028), (0.075, 0.04, 0.024),
        ])
        limb([(0.075, 0.03, 0.024), (0.130, 0.016, 0.014)])
        limb([(-0.055, 0.79, 0.040), (-0.150, 0.68, 0.032), (-0.190, 0.57, 0.022)])
        limb([(0.055, 0.79, 0.040), (0.130, 0.66, 0.031), (0.215, 0.70, 0.022)])
    }

    private mutating func gown() {
        polygon(
            [
                (-0.062, 0.74), (0.062, 0.74), (0.050, 0.60), (0.105, 0.40), (0.150, 0.20),
                (0.05, 0.175), (-0.06, 0.185), (-0.160, 0.205), (-0.105, 0.40), (-0.050, 0.60),
            ],
            value: 0.26
        )
    }

    private mutating func umbrella() {
        let canopy = Self.arc((-0.25, 0.86), (0.43, 0.86), bulge: (0, 0.20), count: 17)
        let hem = (0..<5).flatMap { index -> [Point] in
            let x = 0.43 - Double(index) * 0.136
            return Self.arc((x, 0.86), (x - 0.136, 0.86), bulge: (0, 0.022), count: 5)
        }
        limb([(0.09, 1.06, 0.006), (0.09, 0.60, 0.006)], value: 0.08)
        polygon(canopy + hem, value: 0.22)
        limb([(0.06, 0.78, 0.038), (0.12, 0.68, 0.031), (0.095, 0.64, 0.026)])
    }

    static func astronaut() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.mirrored { shape, side in
            shape.limb(
                [
                    (side * 0.055, 0.50, 0.070), (side * 0.078, 0.28, 0.060),
                    (side * 0.084, 0.06, 0.050),
                ],
                value: 0.52
            )
            shape.ellipse(side * 0.092, 0.028, 0.064, 0.032, value: 0.36)
            shape.limb(
                [
                    (side * 0.118, 0.79, 0.052), (side * 0.182, 0.64, 0.046),
                    (side * 0.172, 0.47, 0.038),
                ],
                value: 0.54
            )
            shape.ellipse(side * 0.170, 0.445, 0.040, 0.036, value: 0.34)
        }
        shape.limb([(0, 0.78, 0.104), (0, 0.64, 0.106), (0, 0.50, 0.098)], value: 0.56)
        shape.polygon(
            [
                (-0.122, 0.84), (0.122, 0.84), (0.132, 0.58), (0.10, 0.545), (-0.10, 0.545),
                (-0.132, 0.58),
            ],
            value: 0.47
        )
        shape.box(-0.085, 0.66, 0.085, 0.70, value: 0.33)
        shape.ellipse(0.075, 0.79, 0.010, light: 0xff5030)
        shape.ellipse(0, 0.915, 0.088, 0.088, value: 0.60)
        shape.ellipse(0.020, 0.915, 0.060, 0.060, value: 0.06)
        return shape
    }

    static func robot() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.mirrored { shape, side in
            shape.limb(
                [
                    (side * 0.11, 0.47, 0.060), (side * 0.155, 0.28, 0.046),
                    (side * 0.14, 0.06, 0.055),
                ],
                value: 0.24
            )
            shape.polygon(
                [(side * 0.04, 0), (side * 0.25, 0), (side * 0.22, 0.075), (side * 0.09, 0.085)],
                value: 0.20
            )
            shape.polygon(
                [
                    (side * 0.08, 0.23), (side * 0.21, 0.25), (side * 0.19, 0.09),
                    (side * 0.09, 0.09),
                ],
                value: 0.30
            )
            shape.limb(
                [
                    (side * 0.24, 0.80, 0.060), (side * 0.335, 0.64, 0.042),
                    (side * 0.33, 0.45, 0.048),
                ],
                value: 0.24
            )
            shape.ellipse(side * 0.24, 0.80, 0.095, 0.085, value: 0.32)
            shape.polygon(
                [
                    (side * 0.26, 0.59), (side * 0.405, 0.59), (side * 0.395, 0.42),
                    (side * 0.28, 0.42),
                ],
                value: 0.30
            )
            shape.limb([(side * 0.33, 0.42, 0.036), (side * 0.32, 0.35, 0.030)], value: 0.24)
        }
        shape.polygon(
            [
                (-0.235, 0.86), (0.235, 0.86), (0.20, 0.67), (0.11, 0.56), (-0.11, 0.56),
                (-0.20, 0.67),
            ],
            value: 0.34
        )
        shape.box(-0.10, 0.48, 0.10, 0.58, value: 0.20)
        shape.polygon([(-0.13, 0.51), (0.13, 0.51), (0.10, 0.42), (-0.10, 0.42)], value: 0.28)
        shape.polygon(
            [
                (-0.065, 0.87), (0.065, 0.87), (0.075, 0.95), (0.045, 1), (-0.045, 1),
                (-0.075, 0.95),
            ],
            value: 0.30
        )
        shape.box(-0.050, 0.925, 0.050, 0.946, light: 0x70dcff)
        shape.ellipse(0, 0.735, 0.034, light: 0x70d4ff)
        shape.limb([(0.19, 0.86, 0.010), (0.215, 1.03, 0.004)], value: 0.16)
        return shape
    }
}
