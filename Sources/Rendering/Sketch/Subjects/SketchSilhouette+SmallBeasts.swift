import Foundation

extension SketchSilhouette {
    static func cow() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for (x, shade) in [(0.30, 0.7), (-0.42, 0.7), (0.38, 1.0), (-0.52, 1.0)] {
            shape.limb([(x, 0.46, 0.090), (x, 0.26, 0.044), (x, 0.05, 0.034)], value: 0.15 * shade)
            shape.box(x - 0.036, 0, x + 0.044, 0.05, value: 0.08)
        }
        shape.blob(
            [
                (0.48, 0.86), (0.30, 0.87), (0.00, 0.83), (-0.30, 0.84), (-0.56, 0.83),
                (-0.64, 0.72), (-0.63, 0.52),
                (-0.50, 0.40), (-0.20, 0.34), (0.14, 0.33), (0.40, 0.38), (0.52, 0.50),
                (0.56, 0.68),
            ],
            value: 0.16
        )
        shape.blob(
            [
                (0.48, 0.86), (0.60, 0.94), (0.72, 0.92), (0.80, 0.80), (0.88, 0.66), (0.86, 0.58),
                (0.76, 0.57), (0.64, 0.66), (0.54, 0.70),
            ],
            value: 0.15
        )
        shape.limb([(0.66, 0.93, 0.018), (0.66, 1.0, 0.012), (0.72, 1.03, 0.005)], value: 0.5)
        shape.polygon([(0.60, 0.92), (0.48, 0.95), (0.58, 0.86)], value: 0.12)
        shape.limb([(-0.63, 0.78, 0.020), (-0.69, 0.56, 0.014), (-0.68, 0.34, 0.022)], value: 0.12)
        shape.blob(
            [
                (-0.10, 0.82), (0.10, 0.80), (0.14, 0.62), (-0.02, 0.52), (-0.20, 0.60),
                (-0.22, 0.74),
            ],
            value: 0.55
        )
        shape.blob(
            [(-0.52, 0.80), (-0.42, 0.72), (-0.46, 0.58), (-0.60, 0.56), (-0.63, 0.70)],
            value: 0.55
        )
        return shape
    }

    static func sheep() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for (x, shade) in [(0.20, 0.8), (-0.34, 0.8), (0.30, 1.0), (-0.44, 1.0)] {
            shape.limb([(x, 0.36, 0.050), (x, 0.20, 0.036), (x, 0.04, 0.034)], value: 0.09 * shade)
        }
        for (x, y, size) in [
            (-0.42, 0.58, 0.24), (-0.22, 0.70, 0.25), (0.02, 0.72, 0.25), (0.24, 0.66, 0.23),
            (-0.36, 0.44, 0.22),
            (-0.10, 0.42, 0.24), (0.16, 0.44, 0.23), (0.34, 0.54, 0.20), (-0.08, 0.58, 0.28),
        ] {
            shape.ellipse(x, y, size, size * 0.92, value: 0.46)
        }
        shape.blob(
            [
                (0.42, 0.86), (0.54, 0.92), (0.64, 0.86), (0.72, 0.70), (0.70, 0.62), (0.60, 0.60),
                (0.50, 0.68), (0.42, 0.74),
            ],
            value: 0.10
        )
        shape.limb([(0.46, 0.84, 0.036), (0.36, 0.80, 0.024)], value: 0.10)
        shape.ellipse(0.50, 0.90, 0.090, 0.070, value: 0.46)
        return shape
    }

    static func rabbit() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.ellipse(-0.44, 0.22, 0.095, value: 0.5)
        shape.blob([
            (0.22, 0.52), (0.08, 0.55), (-0.14, 0.52), (-0.34, 0.40), (-0.42, 0.22), (-0.36, 0.06),
            (-0.16, 0.0), (0.12, 0.0),
            (0.26, 0.10), (0.30, 0.30),
        ])
        shape.blob([
            (0.14, 0.52), (0.20, 0.68), (0.34, 0.74), (0.48, 0.66), (0.52, 0.54), (0.42, 0.44),
            (0.26, 0.40),
        ])
        shape.blob([
            (0.22, 0.68), (0.10, 0.84), (0.06, 1.0), (0.16, 0.98), (0.26, 0.84), (0.30, 0.72),
        ])
        shape.blob(
            [(0.30, 0.70), (0.24, 0.86), (0.26, 1.0), (0.34, 0.94), (0.38, 0.80), (0.37, 0.70)],
            value: 0.10
        )
        shape.limb([(0.22, 0.22, 0.070), (0.30, 0.08, 0.046), (0.38, 0.03, 0.030)])
        shape.limb([(-0.20, 0.16, 0.150), (-0.08, 0.05, 0.056), (0.08, 0.03, 0.036)])
        return shape
    }

    static func penguin() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.blob(
            [
                (0.0, 1.0), (0.11, 0.97), (0.15, 0.88), (0.14, 0.79), (0.22, 0.62), (0.26, 0.40),
                (0.21, 0.14), (0.10, 0.03), (-0.10, 0.03), (-0.21, 0.14), (-0.26, 0.40),
                (-0.22, 0.62), (-0.14, 0.79), (-0.14, 0.90), (-0.09, 0.98),
            ],
            value: 0.09
        )
        shape.blob(
            [
                (0.06, 0.76), (0.15, 0.62), (0.20, 0.40), (0.15, 0.14), (0.02, 0.06), (-0.07, 0.14),
                (-0.10, 0.40), (-0.05, 0.64),
            ],
            value: 0.72
        )
        shape.limb([(-0.20, 0.68, 0.040), (-0.29, 0.48, 0.036), (-0.31, 0.30, 0.010)], value: 0.08)
        shape.limb([(0.21, 0.68, 0.030), (0.30, 0.50, 0.030), (0.31, 0.34, 0.008)], value: 0.08)
        shape.polygon([(0.13, 0.905), (0.25, 0.865), (0.14, 0.85)], value: 0.36)
        shape.ellipse(0.075, 0.83, 0.040, 0.030, value: 0.42)
        shape.mirrored { shape, side in shape.ellipse(side * 0.10, 0.022, 0.090, 0.026, value: 0.30)
        }
        return shape
    }

    /// Wings at the top of their beat.
    static func eagle() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.feathers(root: (-0.04, 0.50), elbow: (-0.24, 0.82), tip: (-0.95, 0.96), value: 0.11)
        shape.limb([
            (-0.42, 0.32, 0.020), (-0.20, 0.42, 0.060), (0.08, 0.50, 0.085), (0.26, 0.55, 0.055),
            (0.34, 0.58, 0.046),
        ])
        shape.polygon([(-0.18, 0.46), (-0.62, 0.34), (-0.66, 0.24), (-0.56, 0.20), (-0.16, 0.34)])
        shape.blob(
            [
                (0.28, 0.64), (0.38, 0.66), (0.45, 0.60), (0.51, 0.545), (0.47, 0.535),
                (0.40, 0.53), (0.30, 0.52),
            ],
            value: 0.32
        )
        shape.feathers(root: (0.06, 0.52), elbow: (0.10, 0.86), tip: (0.52, 1.0), value: 0.14)
        return shape
    }

    private mutating func feathers(root: Point, elbow: Point, tip: Point, value: Double) {
        limb(
            [
                (root.x, root.y, 0.060), (elbow.x, elbow.y, 0.034),
                ((elbow.x + tip.x) / 2, (elbow.y + tip.y) / 2 + 0.03, 0.022),
            ],
            value: value
        )
        let side = tip.x < root.x ? -1.0 : 1
        for index in 0..<7 {
            let t = Double(index) / 6
            let from = (
                x: elbow.x + (tip.x - elbow.x) * (0.25 + 0.55 * t),
                y: elbow.y + (tip.y - elbow.y) * (0.25 + 0.55 * t) + 0.01
            )
            let fan = -0.95 + 1.05 * t
            let to = (x: from.x + side * cos(fan) * 0.46, y: from.y + sin(fan) * 0.46)
            blade(from, to, half: 0.048, value: value)
        }
        polygon(
            [
                root, (root.x - 0.14, root.y - 0.05), (elbow.x + side * 0.02, elbow.y - 0.42),
                (elbow.x + (tip.x - elbow.x) * 0.45, elbow.y - 0.26),
                ((elbow.x + tip.x) / 2, (elbow.y + tip.y) / 2), elbow,
            ],
            value: value
        )
    }

    static func butterfly() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.mirrored { shape, side in
            shape.blob(
                [
                    (0, 0.52), (side * 0.16, 0.76), (side * 0.46, 0.98), (side * 0.62, 0.90),
                    (side * 0.56, 0.66), (side * 0.34, 0.50),
                ],
                value: 0.42
            )
            shape.blob(
                [
                    (0, 0.50), (side * 0.32, 0.48), (side * 0.46, 0.30), (side * 0.36, 0.08),
                    (side * 0.20, 0.06), (side * 0.07, 0.26),
                ],
                value: 0.34
            )
            shape.blob(
                [
                    (side * 0.24, 0.76), (side * 0.42, 0.88), (side * 0.50, 0.78),
                    (side * 0.36, 0.64),
                ],
                value: 0.72
            )
            shape.ellipse(side * 0.28, 0.28, 0.07, 0.08, value: 0.66)
            shape.limb(
                [
                    (side * 0.01, 0.66, 0.008), (side * 0.07, 0.82, 0.007),
                    (side * 0.13, 0.90, 0.010),
                ],
                value: 0.06
            )
        }
        shape.limb([(0, 0.66, 0.030), (0, 0.48, 0.034), (0, 0.22, 0.012)], value: 0.06)
        return shape
    }
}
