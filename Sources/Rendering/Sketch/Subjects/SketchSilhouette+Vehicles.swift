import Foundation

extension SketchSilhouette {
    /// A bus from behind, as it drives away along a road.
    static func bus() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.mirrored { shape, side in
            shape.box(side * 0.27 - 0.06, 0, side * 0.27 + 0.06, 0.16, value: 0.04)
        }
        shape.blob(
            [
                (-0.36, 0.10), (-0.375, 0.50), (-0.36, 0.90), (-0.28, 1.0), (0.28, 1.0),
                (0.36, 0.90), (0.375, 0.50), (0.36, 0.10), (0, 0.085),
            ],
            value: 0.46
        )
        shape.polygon([(-0.30, 0.56), (-0.29, 0.86), (0.29, 0.86), (0.30, 0.56)], value: 0.16)
        shape.polygon(
            [(-0.29, 0.70), (-0.285, 0.85), (0.285, 0.85), (0.29, 0.70)],
            light: 0x6a5a40
        )
        shape.box(-0.36, 0.44, 0.36, 0.50, value: 0.70)
        shape.box(-0.35, 0.09, 0.35, 0.15, value: 0.10)
        shape.box(-0.09, 0.20, 0.09, 0.25, value: 0.60)
        shape.mirrored { shape, side in
            shape.box(side * 0.30 - 0.030, 0.24, side * 0.30 + 0.030, 0.35, light: 0xff3219)
            shape.ellipse(side * 0.26, 0.935, 0.020, light: 0xffb040)
        }
        return shape
    }

    static func train() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for index in 0..<3 {
            let x = -1.10 - 1.30 * Double(index)
            shape.box(x - 0.60, 0.16, x + 0.60, 0.70, value: 0.20)
            shape.polygon(
                [(x - 0.63, 0.68), (x - 0.54, 0.78), (x + 0.54, 0.78), (x + 0.63, 0.68)],
                value: 0.14
            )
            for window in 0..<6 {
                shape.box(
                    x - 0.52 + 0.18 * Double(window),
                    0.44,
                    x - 0.40 + 0.18 * Double(window),
                    0.60,
                    light: 0xffc070
                )
            }
            for wheel in [-0.42, -0.26, 0.26, 0.42] {
                shape.ellipse(x + wheel, 0.085, 0.085, value: 0.07)
            }
            shape.box(x - 0.70, 0.18, x + 0.70, 0.24, value: 0.09)
        }
        shape.box(-0.42, 0.18, 1.00, 0.28, value: 0.10)
        shape.polygon(
            [
                (-0.44, 0.26), (-0.44, 0.82), (-0.50, 0.86), (-0.50, 0.90), (0.06, 0.90),
                (0.06, 0.86), (0.02, 0.82), (0.02, 0.26),
            ],
            value: 0.15
        )
        shape.box(-0.32, 0.56, -0.10, 0.76, light: 0xffb860)
        shape.limb([(0.06, 0.46, 0.185), (0.86, 0.46, 0.185)], value: 0.17)
        shape.box(0.82, 0.27, 0.98, 0.65, value: 0.11)
        shape.polygon(
            [(0.68, 0.62), (0.76, 0.62), (0.78, 0.96), (0.82, 1.0), (0.62, 1.0), (0.66, 0.96)],
            value: 0.12
        )
        shape.ellipse(0.36, 0.66, 0.085, 0.075, value: 0.15)
        shape.polygon([(0.94, 0.26), (1.22, 0.03), (1.22, 0), (0.90, 0)], value: 0.11)
        shape.ellipse(0.98, 0.60, 0.045, light: 0xffe6a8)
        for x in [-0.24, 0.10, 0.44] {
            shape.ellipse(x, 0.150, 0.150, value: 0.09)
            shape.ellipse(x, 0.150, 0.105, value: 0.20)
            shape.ellipse(x, 0.150, 0.040, value: 0.08)
        }
        shape.ellipse(0.78, 0.09, 0.09, value: 0.09)
        shape.limb([(-0.24, 0.11, 0.018), (0.52, 0.11, 0.018)], value: 0.30)
        shape.box(-4.6, -0.035, 1.9, 0.0, value: 0.12)
        return shape
    }

    /// A rider on a motorcycle, from behind.
    static func motorcycle() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.limb([(0, 0.06, 0.055), (0, 0.34, 0.055)], value: 0.05)
        shape.limb([(0, 0.30, 0.105), (0, 0.46, 0.125)], value: 0.16)
        shape.box(-0.055, 0.36, 0.055, 0.40, light: 0xff3219)
        shape.mirrored { shape, side in
            shape.limb([
                (side * 0.09, 0.47, 0.070), (side * 0.165, 0.36, 0.052),
                (side * 0.135, 0.18, 0.040),
            ])
            shape.limb([
                (side * 0.14, 0.72, 0.060), (side * 0.235, 0.62, 0.044), (side * 0.27, 0.56, 0.036),
            ])
            shape.limb([(side * 0.20, 0.56, 0.014), (side * 0.33, 0.565, 0.016)], value: 0.20)
            shape.ellipse(side * 0.32, 0.645, 0.030, 0.020, value: 0.30)
        }
        shape.limb([(0, 0.46, 0.13), (0, 0.60, 0.15), (0, 0.72, 0.145)], value: 0.12)
        shape.limb([(0, 0.79, 0.07), (0, 0.84, 0.07)], value: 0.12)
        shape.ellipse(0, 0.905, 0.090, 0.098, value: 0.34)
        return shape
    }

    static func cyclist() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for x in [-0.27, 0.29] {
            shape.ring(x, 0.20, radius: 0.20, width: 0.012, value: 0.08)
            shape.ellipse(x, 0.20, 0.022, value: 0.10)
        }
        for line: [Knot] in [
            [(-0.27, 0.20, 0.010), (-0.02, 0.20, 0.011)],
            [(-0.02, 0.20, 0.011), (0.20, 0.46, 0.011)],
            [(-0.02, 0.20, 0.011), (-0.10, 0.48, 0.011)],
            [(-0.10, 0.45, 0.010), (0.20, 0.46, 0.011)],
            [(-0.27, 0.20, 0.010), (-0.10, 0.45, 0.010)],
            [(0.19, 0.50, 0.012), (0.29, 0.20, 0.012)],
            [(0.18, 0.52, 0.012), (0.27, 0.54, 0.012)],
        ] { shape.limb(line, value: 0.14) }
        shape.ellipse(-0.115, 0.495, 0.065, 0.018, value: 0.08)
        shape.limb([(-0.08, 0.54, 0.060), (0.07, 0.45, 0.046), (0.02, 0.26, 0.030)])
        shape.limb([(0.02, 0.25, 0.026), (0.09, 0.235, 0.016)])
        shape.limb([(-0.09, 0.53, 0.058), (0.05, 0.38, 0.042), (-0.04, 0.16, 0.028)], value: 0.09)
        shape.limb([(-0.09, 0.55, 0.068), (-0.03, 0.68, 0.075), (0.07, 0.79, 0.066)])
        shape.limb([(0.09, 0.77, 0.036), (0.16, 0.65, 0.028), (0.25, 0.555, 0.022)])
        shape.ellipse(0.15, 0.905, 0.058, 0.066)
        shape.limb([(0.09, 0.82, 0.032), (0.13, 0.87, 0.030)])
        return shape
    }

    /// Adds a hoop as short tubes.
    mutating func ring(
        _ x: Double,
        _ y: Double,
        radius: Double,
        width: Double,
        value: Double = 0.13
    ) {
        let count = 20
        let points = (0...count).map { step -> Knot in
            let turn = Double(step) / Double(count) * 2 * .pi
            return (x + cos(turn) * radius, y + sin(turn) * radius, width)
        }
        for (from, to) in zip(points, points.dropFirst()) { limb([from, to], value: value) }
    }
}
