import CRenderKernels

extension SketchSilhouette {
    static func lighthouse() -> SketchSilhouette {
        var shape = SketchSilhouette()
        func half(_ y: Double) -> Double { 0.102 - (y - 0.10) / 0.64 * 0.042 }
        shape.polygon([(-0.102, 0.09), (0.102, 0.09), (0.060, 0.74), (-0.060, 0.74)], value: 0.86)
        for (low, high) in [(0.22, 0.34), (0.47, 0.58)] {
            shape.polygon(
                [(-half(low), low), (half(low), low), (half(high), high), (-half(high), high)],
                value: 0.36
            )
        }
        shape.box(-0.085, 0.735, 0.085, 0.757, value: 0.22)
        shape.box(-0.048, 0.757, 0.048, 0.86, value: 0.18)
        shape.box(-0.039, 0.764, 0.039, 0.852, light: 0xffe19a)
        shape.box(-0.020, 0.757, -0.014, 0.86, value: 0.12)
        shape.box(0.014, 0.757, 0.020, 0.86, value: 0.12)
        for index in 0..<9 {
            let x = -0.082 + Double(index) * 0.0205
            shape.box(x - 0.0024, 0.755, x + 0.0024, 0.795, value: 0.15)
        }
        shape.polygon(
            [
                (-0.064, 0.858), (0.064, 0.858), (0.040, 0.90), (0.008, 0.925), (0.005, 0.995),
                (-0.005, 0.995), (-0.008, 0.925), (-0.040, 0.90),
            ],
            value: 0.21
        )
        shape.box(-0.020, 0.10, 0.020, 0.165, value: 0.10)
        shape.ellipse(0, 0.42, 0.010, 0.016, light: lamp)
        shape.polygon(
            [(0.10, 0.07), (0.27, 0.07), (0.27, 0.18), (0.185, 0.245), (0.10, 0.18)],
            value: 0.64
        )
        shape.polygon([(0.085, 0.175), (0.285, 0.175), (0.185, 0.262)], value: 0.22)
        shape.box(0.162, 0.115, 0.204, 0.155, light: 0xffb45a)
        let rock: [Point] = [
            (-0.36, -0.012), (-0.33, 0.020), (-0.275, 0.038), (-0.235, 0.066), (-0.17, 0.082),
            (-0.10, 0.108), (0.04, 0.112), (0.13, 0.100), (0.20, 0.098), (0.26, 0.074),
            (0.305, 0.040), (0.37, 0.018), (0.385, -0.012), (0.20, -0.022), (0, -0.016),
            (-0.20, -0.022),
        ]
        shape.polygon(rock, value: 0.17)
        return shape
    }

    static func sailingBoat() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.polygon(
            arc((-0.015, 0.97), (0.27, 0.165), bulge: (0.045, 0.02))
                + arc((0.27, 0.165), (-0.005, 0.16), bulge: (0, -0.012)),
            value: 0.80
        )
        shape.polygon(
            arc((-0.030, 0.90), (-0.33, 0.16), bulge: (-0.014, 0))
                + arc((-0.33, 0.16), (-0.045, 0.19), bulge: (0.02, -0.022)),
            value: 0.70
        )
        shape.limb([(-0.020, 0.06, 0.008), (-0.018, 1, 0.005)], value: 0.17)
        shape.limb([(-0.020, 0.155, 0.006), (0.28, 0.155, 0.005)], value: 0.16)
        shape.polygon([(-0.08, 0.11), (0.15, 0.11), (0.13, 0.152), (-0.05, 0.152)], value: 0.46)
        shape.polygon(
            arc((-0.37, 0.128), (0.30, 0.115), bulge: (0, -0.020)) + [
                (0.25, -0.005), (-0.22, -0.005), (-0.31, 0.048),
            ],
            value: 0.24
        )
        return shape
    }

    static func castle() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.box(-0.50, 0.05, 0.50, 0.34, value: 0.17)
        for index in 0..<17 {
            let x = -0.48 + Double(index) * 0.06
            shape.box(x - 0.015, 0.335, x + 0.015, 0.37, value: 0.17)
        }
        let towers: [(x: Double, half: Double, height: Double, isPointed: Bool)] = [
            (-0.50, 0.070, 0.42, false), (0.50, 0.070, 0.44, true), (-0.28, 0.060, 0.55, true),
            (0.24, 0.072, 0.58, true), (0.02, 0.088, 0.66, true), (-0.11, 0.036, 0.78, true),
            (0.38, 0.036, 0.56, true),
        ]
        for (index, tower) in towers.enumerated() {
            shape.tower(tower.x, half: tower.half, height: tower.height, isPointed: tower.isPointed)
            for floor in 0..<2 {
                let y = 0.16 + (tower.height - 0.26) * Double((index * 3 + floor * 5) % 8) / 8
                shape.box(
                    tower.x - tower.half * 0.14,
                    y,
                    tower.x + tower.half * 0.14,
                    y + 0.032,
                    light: lamp
                )
            }
        }
        shape.polygon(
            [
                (-0.74, -0.05), (-0.66, 0.04), (-0.52, 0.10), (-0.2, 0.13), (0.30, 0.125),
                (0.52, 0.09), (0.66, 0.03), (0.74, -0.05),
            ],
            value: 0.14
        )
        return shape
    }

    private mutating func tower(_ x: Double, half: Double, height: Double, isPointed: Bool) {
        box(x - half, 0, x + half, height, value: 0.18)
        box(x - half * 1.25, height - 0.035, x + half * 1.25, height, value: 0.18)
        if isPointed {
            polygon(
                [
                    (x - half * 1.35, height), (x + half * 1.35, height),
                    (x, min(0.99, height + half * 3.6)),
                ],
                value: 0.12
            )
        } else {
            for place in [-1.0, -0.34, 0.34, 1] {
                box(
                    x + place * half * 1.1 - half * 0.16,
                    height,
                    x + place * half * 1.1 + half * 0.16,
                    height + 0.028,
                    value: 0.18
                )
            }
        }
    }

    /// A car from behind, as it drives away along a road.
    static func car() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.mirrored { shape, side in
            shape.box(side * 0.46 - 0.09, 0, side * 0.46 + 0.09, 0.24, value: 0.04)
        }
        shape.polygon(
            [
                (-0.58, 0.18), (-0.61, 0.52), (-0.53, 0.62), (-0.41, 0.94), (-0.31, 1), (0.31, 1),
                (0.41, 0.94), (0.53, 0.62), (0.61, 0.52), (0.58, 0.18),
            ],
            value: 0.30
        )
        shape.polygon([(-0.42, 0.635), (-0.335, 0.92), (0.335, 0.92), (0.42, 0.635)], value: 0.55)
        shape.box(-0.60, 0.16, 0.60, 0.26, value: 0.12)
        shape.box(-0.14, 0.30, 0.14, 0.37, value: 0.50)
        shape.mirrored { shape, side in
            shape.ellipse(side * 0.475, 0.465, 0.075, 0.048, light: 0xff3219)
        }
        return shape
    }

    static func rocket() -> SketchSilhouette {
        var shape = SketchSilhouette()
        let side: [Point] = [
            (0.022, 0.968), (0.044, 0.90), (0.058, 0.82), (0.062, 0.70), (0.062, 0.26),
            (0.055, 0.17),
        ]
        shape.mirrored { shape, sign in
            shape.polygon(
                [
                    (sign * 0.058, 0.36), (sign * 0.062, 0.20), (sign * 0.135, 0),
                    (sign * 0.128, 0.17),
                ],
                value: 0.46
            )
        }
        shape.polygon([(-0.040, 0.18), (0.040, 0.18), (0.054, 0.10), (-0.054, 0.10)], value: 0.15)
        shape.polygon([(0, 1)] + side + side.reversed().map { (-$0.x, $0.y) }, value: 0.80)
        shape.box(-0.062, 0.66, 0.062, 0.682, value: 0.22)
        shape.box(-0.062, 0.44, 0.062, 0.456, value: 0.26)
        shape.polygon([(-0.006, 0.38), (0.006, 0.38), (0.009, 0), (-0.009, 0)], value: 0.34)
        shape.ellipse(0, 0.80, 0.018, value: 0.10)
        shape.ellipse(0, 0.80, 0.011, light: 0x9fd8ff)
        return shape
    }

    /// A cabin, on level ground or on a wooded islet in a lake.
    static func cabin(onIslet: Bool) -> SketchSilhouette {
        var shape = SketchSilhouette()
        if onIslet {
            let pines: [(x: Double, height: Double)] = [
                (-2.5, 1.5), (-2.05, 2.3), (-1.55, 1.9), (-1.15, 1.2), (1.05, 2.0), (1.5, 2.7),
                (2.1, 1.6),
            ]
            for (index, pine) in pines.enumerated() {
                shape.pine(pine.x, height: pine.height, index)
            }
            shape.polygon(
                [
                    (-4.1, -0.10), (-3.2, 0.0), (-2.2, 0.09), (-0.8, 0.07), (0.9, 0.08),
                    (2.2, 0.06),
                    (3.1, -0.02), (3.9, -0.10), (2.6, -0.17), (0, -0.20), (-2.4, -0.16),
                ],
                value: 0.16
            )
        }
        shape.box(0.30, 0.70, 0.42, 1, value: 0.20)
        shape.box(-0.55, -0.02, 0.55, 0.45, value: 0.28)
        shape.polygon([(-0.68, 0.42), (-0.30, 0.90), (0.62, 0.90), (0.72, 0.42)], value: 0.18)
        shape.polygon([(-0.64, 0.42), (-0.30, 0.86), (0.02, 0.42)], value: 0.32)
        shape.box(-0.56, -0.02, -0.04, 0.43, value: 0.32)
        shape.box(-0.42, 0.15, -0.18, 0.33, light: lamp)
        shape.box(0.16, 0.15, 0.38, 0.33, light: 0xffaf50)
        shape.ellipse(-0.30, 0.56, 0.055, light: lamp)
        shape.box(-0.306, 0.15, -0.294, 0.33, value: 0.12)
        shape.box(-0.42, 0.234, -0.18, 0.248, value: 0.12)
        return shape
    }

    private mutating func pine(_ x: Double, height: Double, _ index: Int) {
        box(x - 0.035, 0, x + 0.035, height * 0.4, value: 0.10)
        for level in 0..<9 {
            let t = (Double(level) + 0.4) / 9, y = height * (1 - t * 0.9) + 0.02
            let lean = 0.9 + 0.2 * Double((index * 5 + level * 3) % 4) / 3
            let half = height * 0.17 * (t * 0.95 + 0.05) * lean
            polygon(
                [
                    (x, y + height * 0.14), (x + half * 0.45, y + height * 0.02),
                    (x + half, y - height * 0.035),
                    (x + half * 0.5, y - height * 0.015), (x, y - height * 0.03),
                    (x - half * 0.5, y - height * 0.015), (x - half * 0.95, y - height * 0.03),
                    (x - half * 0.45, y + height * 0.02),
                ],
                value: 0.12
            )
        }
    }

    static func tent() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.polygon([(-0.80, 0), (-0.10, 0.98), (0.15, 0.98), (0.82, 0)], value: 0.46)
        shape.polygon([(0.15, 0.98), (0.82, 0), (0.16, 0)], value: 0.36)
        shape.polygon([(-0.28, 0), (-0.08, 0.92), (0.13, 0)], light: lamp)
        shape.limb([(-0.16, 1.06, 0.010), (0.02, 0.94, 0.010)], value: 0.1)
        return shape
    }
}
