extension SketchSilhouette {
    static func church() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.polygon([(-0.46, 0), (-0.46, 0.32), (0.04, 0.32), (0.04, 0)], value: 0.30)
        shape.polygon([(-0.50, 0.30), (-0.40, 0.50), (0.06, 0.50), (0.10, 0.30)], value: 0.15)
        shape.box(0.02, 0, 0.24, 0.58, value: 0.36)
        shape.polygon([(-0.01, 0.56), (0.27, 0.56), (0.13, 0.93)], value: 0.16)
        shape.limb([(0.13, 0.92, 0.006), (0.13, 1.0, 0.005)], value: 0.16)
        shape.limb([(0.10, 0.97, 0.005), (0.16, 0.97, 0.005)], value: 0.16)
        for index in 0..<3 {
            shape.arched(-0.36 + 0.15 * Double(index), 0.08, 0.032, 0.20, light: lamp)
        }
        shape.arched(0.13, 0.34, 0.026, 0.50, light: 0xffb050)
        shape.arched(0.13, 0, 0.045, 0.16, value: 0.08)
        return shape
    }

    /// Adds a door or window with a round head.
    mutating func arched(
        _ x: Double,
        _ low: Double,
        _ half: Double,
        _ high: Double,
        value: Double = 0.1,
        light: UInt32? = nil
    ) {
        let head = Self.arc(
            (x + half, high - half),
            (x - half, high - half),
            bulge: (0, half),
            count: 7
        )
        polygon([(x - half, low), (x + half, low)] + head, value: value, light: light)
    }

    static func house(_ kind: Int, isSnowy: Bool) -> SketchSilhouette {
        var shape = SketchSilhouette()
        let wide = [0.62, 0.80, 0.56, 0.72][kind], wall = [0.50, 0.44, 0.60, 0.48][kind]
        let roof = isSnowy ? 0.85 : [0.16, 0.20, 0.14, 0.24][kind]
        shape.box(-wide, 0, wide, wall, value: [0.34, 0.42, 0.28, 0.50][kind])
        if kind % 2 == 0 {
            shape.polygon(
                [(-wide - 0.10, wall - 0.03), (0, 1.0), (wide + 0.10, wall - 0.03)],
                value: roof
            )
            shape.polygon([(-wide + 0.06, wall), (0, 0.86), (wide - 0.06, wall)], value: 0.34)
        } else {
            shape.polygon(
                [
                    (-wide - 0.10, wall - 0.02), (-wide * 0.70, 0.90), (wide * 0.70, 0.90),
                    (wide + 0.10, wall - 0.02),
                ],
                value: roof
            )
        }
        shape.box(wide * 0.42, 0.72, wide * 0.42 + 0.12, 1.04, value: 0.22)
        shape.box(-0.10, 0, 0.10, 0.32, value: 0.10)
        for x in [-0.62, 0.62] {
            shape.box(
                x * wide - 0.11,
                0.16,
                x * wide + 0.11,
                0.36,
                light: x < 0 || kind > 1 ? lamp : 0x5a4630
            )
            shape.limb([(x * wide, 0.16, 0.008), (x * wide, 0.36, 0.008)], value: 0.14)
        }
        if kind == 2 { shape.box(-0.10, 0.60, 0.10, 0.76, light: lamp) }
        return shape
    }

    static func pagoda() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.box(-0.26, 0, 0.26, 0.05, value: 0.30)
        for index in 0..<5 {
            let y = 0.05 + 0.155 * Double(index), half = 0.190 - 0.028 * Double(index)
            shape.box(-half, y, half, y + 0.105, value: 0.26)
            for window in [-0.55, 0.0, 0.55] {
                shape.box(
                    half * window - 0.020,
                    y + 0.025,
                    half * window + 0.020,
                    y + 0.080,
                    light: 0xffb458
                )
            }
            let eave = half * 1.62
            shape.polygon(
                [(-eave - 0.02, y + 0.130)]
                    + arc((-eave, y + 0.100), (eave, y + 0.100), bulge: (0, 0.018))
                    + [(eave + 0.02, y + 0.130)]
                    + arc((eave, y + 0.118), (half * 0.6, y + 0.168), bulge: (-0.02, -0.016))
                    + arc((-half * 0.6, y + 0.168), (-eave, y + 0.118), bulge: (0.02, -0.016)),
                value: 0.14
            )
        }
        shape.limb([(0, 0.80, 0.014), (0, 0.90, 0.008), (0, 1.0, 0.003)], value: 0.22)
        for y in [0.86, 0.89, 0.92] { shape.ellipse(0, y, 0.022, 0.007, value: 0.22) }
        return shape
    }

    static func gate() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.mirrored { shape, side in
            shape.limb([(side * 0.46, 0, 0.040), (side * 0.40, 0.84, 0.034)], value: 0.42)
            shape.box(side * 0.46 - 0.055, 0, side * 0.46 + 0.055, 0.08, value: 0.12)
        }
        shape.box(-0.58, 0.62, 0.58, 0.685, value: 0.40)
        shape.box(-0.035, 0.68, 0.035, 0.84, value: 0.30)
        shape.polygon(
            arc((-0.72, 0.90), (0.72, 0.90), bulge: (0, -0.05))
                + arc((0.70, 0.83), (-0.70, 0.83), bulge: (0, -0.045)),
            value: 0.42
        )
        shape.polygon(
            arc((-0.80, 1.0), (0.80, 1.0), bulge: (0, -0.07))
                + arc((0.74, 0.91), (-0.74, 0.91), bulge: (0, -0.055)),
            value: 0.12
        )
        return shape
    }

    static func pyramid() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.polygon([(0.30, 0), (0.92, 0.56), (1.60, 0)], value: 0.34)
        shape.polygon([(0.92, 0.56), (1.60, 0), (1.06, 0)], value: 0.48)
        shape.polygon([(-1.05, 0), (-0.06, 1.0), (1.0, 0)], value: 0.36)
        shape.polygon([(-0.06, 1.0), (1.0, 0), (0.20, 0)], value: 0.56)
        for index in 1..<9 {
            let y = 0.11 * Double(index), left = -1.05 + 0.99 * y, edge = 0.20 - 0.26 * y,
                right = 1.0 - 1.06 * y
            shape.limb([(left, y, 0.004), (edge, y, 0.004)], value: 0.26)
            shape.limb([(edge, y, 0.004), (right, y, 0.004)], value: 0.44)
        }
        return shape
    }

    static func temple() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for (index, half) in [1.02, 0.96, 0.90].enumerated() {
            shape.box(
                -half,
                0.05 * Double(index),
                half,
                0.05 * Double(index + 1),
                value: 0.40 + 0.06 * Double(index)
            )
        }
        for index in 0..<8 {
            let x = -0.77 + 0.22 * Double(index)
            // One has fallen, one is broken.
            if index == 6 { shape.box(x - 0.05, 0.15, x + 0.05, 0.42, value: 0.46); continue }
            shape.polygon(
                [(x - 0.055, 0.15), (x + 0.055, 0.15), (x + 0.043, 0.66), (x - 0.043, 0.66)],
                value: 0.52
            )
            shape.limb([(x - 0.015, 0.17, 0.005), (x - 0.012, 0.64, 0.004)], value: 0.36)
            shape.limb([(x + 0.020, 0.17, 0.005), (x + 0.016, 0.64, 0.004)], value: 0.36)
            shape.box(x - 0.062, 0.655, x + 0.062, 0.69, value: 0.56)
        }
        shape.polygon([(-0.92, 0.69), (0.50, 0.69), (0.46, 0.78), (-0.92, 0.78)], value: 0.48)
        shape.polygon(
            [(-0.96, 0.78), (0.38, 0.78), (0.16, 0.89), (0.02, 1.0), (-0.12, 0.97)],
            value: 0.44
        )
        shape.polygon([(-0.74, 0.80), (0.22, 0.80), (0.0, 0.94)], value: 0.28)
        return shape
    }

    static func bridge() -> SketchSilhouette {
        var shape = SketchSilhouette()
        let towers = [-0.95, 0.95]
        for x in towers {
            for side in [-0.07, 0.07] {
                shape.limb([(x + side, -0.02, 0.030), (x + side * 0.8, 1.0, 0.022)], value: 0.34)
            }
            for y in [0.52, 0.72, 0.96] { shape.box(x - 0.08, y, x + 0.08, y + 0.035, value: 0.34) }
        }
        shape.polygon([(-2.4, 0.30), (2.4, 0.30), (2.4, 0.245), (-2.4, 0.245)], value: 0.26)
        func cable(_ x: Double) -> Double {
            let away = abs(x)
            return away < 0.95
                ? 0.36 + 0.62 * (away / 0.95) * (away / 0.95) : 0.98 - 0.66 * (away - 0.95) / 1.45
        }
        for index in 0...32 {
            let x = -2.4 + 0.15 * Double(index), next = x + 0.15
            if index < 32 {
                shape.limb([(x, cable(x), 0.011), (next, cable(next), 0.011)], value: 0.34)
            }
            shape.limb([(x, cable(x), 0.004), (x, 0.29, 0.004)], value: 0.30)
        }
        for index in 0..<12 { shape.ellipse(-2.2 + 0.4 * Double(index), 0.325, 0.010, light: lamp) }
        return shape
    }
}
