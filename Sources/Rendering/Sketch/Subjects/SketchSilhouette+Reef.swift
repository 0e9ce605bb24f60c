import Foundation

extension SketchSilhouette {
    static func jellyfish() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for index in 0..<9 {
            let x = -0.22 + 0.055 * Double(index), sway = sin(Double(index) * 1.9) * 0.06
            let low = 0.05 + 0.22 * abs(sin(Double(index) * 2.7))
            shape.limb(
                [
                    (x, 0.70, 0.010), (x + sway, 0.46, 0.008), (x - sway * 1.4, 0.26, 0.006),
                    (x + sway, low, 0.002),
                ],
                value: 0.55
            )
        }
        for x in [-0.07, 0.0, 0.07] {
            shape.limb(
                [
                    (x, 0.70, 0.030), (x * 1.5 + 0.03, 0.54, 0.034), (x - 0.03, 0.40, 0.022),
                    (x * 1.4, 0.26, 0.006),
                ],
                value: 0.70
            )
        }
        shape.blob(
            [
                (0, 1.0), (0.17, 0.965), (0.29, 0.86), (0.32, 0.73), (0.24, 0.685), (0.14, 0.71),
                (0, 0.685), (-0.14, 0.71), (-0.24, 0.685), (-0.32, 0.73), (-0.29, 0.86),
                (-0.17, 0.965),
            ],
            value: 0.60
        )
        shape.blob(
            [
                (0, 0.955), (0.12, 0.92), (0.19, 0.84), (0.12, 0.79), (0, 0.775), (-0.12, 0.79),
                (-0.19, 0.84), (-0.12, 0.92),
            ],
            value: 0.85
        )
        return shape
    }

    static func octopus() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for index in 0..<8 {
            let side = index % 2 == 0 ? -1.0 : 1, t = Double(index / 2) / 3
            let reach = 0.14 + 0.46 * t, low = 0.02 + 0.22 * t * t
            let curl = index % 3 == 0 ? 0.10 : -0.04
            shape.limb(
                [
                    (side * (0.05 + 0.06 * t), 0.52, 0.056),
                    (side * reach * 0.55, 0.34 - 0.06 * (1 - t), 0.046),
                    (side * reach * 0.95, 0.16 + low * 0.5, 0.030),
                    (side * (reach + 0.08), low + curl + 0.08, 0.016),
                    (side * (reach + 0.01), low + curl + 0.14, 0.005),
                ],
                value: index < 4 ? 0.22 : 0.30
            )
        }
        shape.blob(
            [
                (0, 1.0), (0.16, 0.95), (0.24, 0.82), (0.19, 0.66), (0.15, 0.52), (0.07, 0.46),
                (-0.07, 0.46), (-0.15, 0.52), (-0.19, 0.66), (-0.24, 0.82), (-0.16, 0.95),
            ],
            value: 0.30
        )
        shape.mirrored { shape, side in
            shape.ellipse(side * 0.105, 0.58, 0.040, 0.034, value: 0.46)
            shape.ellipse(side * 0.108, 0.578, 0.022, 0.012, value: 0.05)
        }
        return shape
    }

    /// Many small fish, all turned one way.
    static func shoal(seed: UInt32) -> SketchSilhouette {
        var random = SketchRandom(seed: seed, purpose: 55), shape = SketchSilhouette()
        for _ in 0..<34 {
            let x = random.number(-1, 1), y = 0.5 + random.number(-0.42, 0.42) * (1 - 0.5 * x * x)
            let size = random.number(0.030, 0.052)
            shape.ellipse(x, y, size, size * 0.36, value: 0.30)
            shape.polygon(
                [
                    (x - size * 0.7, y), (x - size * 1.5, y + size * 0.4),
                    (x - size * 1.5, y - size * 0.4),
                ],
                value: 0.26
            )
        }
        return shape
    }

    static func coral(seed: UInt32) -> SketchSilhouette {
        var random = SketchRandom(seed: seed, purpose: 56), shape = SketchSilhouette()
        var stems:
            [(x: Double, y: Double, angle: Double, length: Double, width: Double, depth: Int)] = [
                (0, -0.05, .pi / 2, 0.26, 0.050, 4), (0.02, -0.05, .pi / 2 - 0.5, 0.22, 0.042, 3),
                (-0.02, -0.05, .pi / 2 + 0.5, 0.22, 0.042, 3),
            ]
        while let stem = stems.popLast() {
            let x = stem.x + cos(stem.angle) * stem.length,
                y = stem.y + sin(stem.angle) * stem.length
            shape.limb(
                [(stem.x, stem.y, stem.width), (x, y, stem.width * 0.8)],
                value: 0.30 + 0.25 * y
            )
            guard stem.depth > 0 else { continue }
            for side in [-1.0, 1] {
                stems.append(
                    (
                        x, y, stem.angle + side * random.number(0.18, 0.55),
                        stem.length * random.number(0.66, 0.86),
                        stem.width * 0.8, stem.depth - 1
                    )
                )
            }
        }
        return shape
    }

    static func kelp(seed: UInt32) -> SketchSilhouette {
        var random = SketchRandom(seed: seed, purpose: 57), shape = SketchSilhouette()
        let phase = random.number(0, 6), sway = random.number(0.02, 0.05)
        let stem = (0...10).map { step -> Knot in
            let t = Double(step) / 10
            return (sin(t * 4.5 + phase) * sway * t * 2, t, 0.012 * (1 - t) + 0.004)
        }
        shape.limb(stem)
        for index in 1..<19 {
            let t = Double(index) / 19, side = index % 2 == 0 ? -1.0 : 1
            let x = sin(t * 4.5 + phase) * sway * t * 2,
                long = random.number(0.10, 0.17) * (1.1 - 0.5 * t)
            shape.blade((x, t), (x + side * long, t + long * random.number(0.3, 0.9)), half: 0.014)
        }
        return shape
    }
}
