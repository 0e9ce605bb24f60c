extension SketchSilhouette {
    static func tallShip() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for (x, top, wide) in [(-0.26, 0.90, 0.17), (0.0, 1.0, 0.20), (0.25, 0.92, 0.17)] {
            shape.limb([(x, 0.12, 0.009), (x, top, 0.005)], value: 0.14)
            let heights = [(0.24, 0.44), (0.46, 0.64), (0.66, 0.80)]
            for (index, height) in heights.enumerated() {
                let low = height.0 * top / 0.95, high = height.1 * top / 0.95
                let half = wide * (1 - 0.20 * Double(index)) * 0.62, narrow = half * 0.84
                shape.polygon(
                    arc((x - narrow, high), (x + narrow, high), bulge: (0, 0.004))
                        + arc((x + narrow, high), (x + half, low), bulge: (0.020, 0))
                        + arc((x + half, low), (x - half, low), bulge: (0, 0.022))
                        + arc((x - half, low), (x - narrow, high), bulge: (0.020, 0)),
                    value: 0.74 - 0.05 * Double(index)
                )
                shape.limb(
                    [(x - narrow - 0.012, high, 0.005), (x + narrow + 0.012, high, 0.005)],
                    value: 0.14
                )
            }
        }
        shape.polygon(
            arc((0.27, 0.74), (0.58, 0.20), bulge: (0.02, 0.0)) + [(0.33, 0.22)],
            value: 0.70
        )
        shape.polygon(
            arc((0.27, 0.60), (0.50, 0.19), bulge: (0.01, 0.0)) + [(0.31, 0.24)],
            value: 0.62
        )
        shape.limb([(0.40, 0.15, 0.010), (0.62, 0.215, 0.004)], value: 0.14)
        shape.polygon([(-0.27, 0.56), (-0.30, 0.24), (-0.50, 0.22)], value: 0.66)
        shape.polygon(
            [
                (-0.46, 0.21), (-0.30, 0.165), (0.0, 0.130), (0.28, 0.145), (0.46, 0.175),
                (0.40, 0.075), (0.30, -0.01), (-0.34, -0.01), (-0.42, 0.08),
            ],
            value: 0.20
        )
        shape.polygon([(-0.47, 0.215), (-0.28, 0.17), (-0.29, 0.215), (-0.46, 0.255)], value: 0.24)
        for index in 0..<7 {
            shape.box(
                -0.30 + 0.09 * Double(index),
                0.075,
                -0.28 + 0.09 * Double(index),
                0.095,
                value: 0.06
            )
        }
        shape.ellipse(-0.43, 0.19, 0.010, light: lamp)
        return shape
    }

    static func liner() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for x in [-0.42, -0.02, 0.38] {
            shape.polygon(
                [(x - 0.09, 0.62), (x + 0.07, 0.62), (x + 0.02, 0.96), (x - 0.12, 0.96)],
                value: 0.30
            )
            shape.polygon(
                [(x - 0.118, 0.88), (x + 0.033, 0.88), (x + 0.02, 0.96), (x - 0.12, 0.96)],
                value: 0.10
            )
        }
        shape.box(-0.86, 0.50, 0.80, 0.64, value: 0.74)
        shape.box(-1.06, 0.38, 1.02, 0.52, value: 0.80)
        shape.box(0.52, 0.62, 0.72, 0.74, value: 0.74)
        shape.limb([(1.22, 0.38, 0.008), (1.18, 0.86, 0.005)], value: 0.2)
        shape.polygon(
            arc((-1.56, 0.40), (1.70, 0.44), bulge: (0, -0.035)) + [(1.48, -0.02), (-1.42, -0.02)],
            value: 0.16
        )
        for deck in 0..<3 {
            let y = 0.28 + 0.125 * Double(deck), count = deck == 0 ? 26 : 20
            for index in 0..<count {
                let x = -1.0 + 2.0 * Double(index) / Double(count - 1)
                shape.box(
                    x - 0.016,
                    y,
                    x + 0.016,
                    y + 0.030,
                    light: (index * 7 + deck * 3) % 5 == 0 ? 0x8a6a40 : 0xffcf8a
                )
            }
        }
        return shape
    }

    static func rowingBoat() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.limb([(0.14, 0.52, 0.018), (-0.60, 0.06, 0.014)], value: 0.20)
        shape.polygon([(-0.56, 0.10), (-0.78, -0.02), (-0.82, 0.03), (-0.62, 0.13)], value: 0.20)
        shape.limb([(-0.02, 0.34, 0.10), (-0.04, 0.56, 0.105), (0.02, 0.74, 0.085)])
        shape.limb([(0.03, 0.72, 0.045), (0.14, 0.56, 0.036), (0.24, 0.48, 0.030)])
        shape.limb([(-0.02, 0.32, 0.075), (0.22, 0.36, 0.060), (0.32, 0.24, 0.045)])
        shape.ellipse(0.05, 0.90, 0.075, 0.090)
        shape.polygon(
            arc((-1.0, 0.34), (1.05, 0.36), bulge: (0, -0.10))
                + arc((0.80, -0.02), (-0.76, -0.02), bulge: (0, -0.03)),
            value: 0.20
        )
        return shape
    }
}
