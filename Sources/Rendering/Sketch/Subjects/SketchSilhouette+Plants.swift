import Foundation

extension SketchSilhouette {
    static func palm(seed: UInt32, lean: Double = 1) -> SketchSilhouette {
        var random = SketchRandom(seed: seed, purpose: 58), shape = SketchSilhouette()
        let bend = lean * random.number(0.10, 0.24)
        let top = (x: bend, y: 0.82)
        shape.limb(
            [
                (0, -0.02, 0.034), (bend * 0.15, 0.28, 0.022), (bend * 0.5, 0.56, 0.018),
                (top.x, top.y, 0.017),
            ],
            value: 0.16
        )
        for index in 0..<11 {
            let turn = -0.35 + Double(index) / 10 * (.pi + 0.70) + random.number(-0.10, 0.10)
            let long = random.number(0.30, 0.42), droop = 0.16 + 0.12 * abs(cos(turn))
            shape.palmLeaf(
                from: top,
                turn: turn,
                long: long,
                droop: droop,
                value: 0.15 + 0.10 * max(0, sin(turn))
            )
        }
        for x in [-0.018, 0.012, 0.030] {
            shape.ellipse(top.x + x, top.y - 0.024, 0.020, value: 0.10)
        }
        return shape
    }

    /// A rib that droops, with leaflets along it.
    private mutating func palmLeaf(
        from: Point,
        turn: Double,
        long: Double,
        droop: Double,
        value: Double
    ) {
        func at(_ t: Double) -> Point {
            (from.x + cos(turn) * long * t, from.y + sin(turn) * long * t - droop * t * t)
        }
        let rib = stride(from: 0.0, through: 1, by: 0.2).map { t -> Knot in
            let point = at(t)
            return (point.x, point.y, 0.007 * (1.1 - t))
        }
        limb(rib, value: value)
        for index in 2..<13 {
            let t = Double(index) / 13, point = at(t),
                hang = 0.105 * sin(.pi * min(t * 1.1 + 0.12, 1))
            let away = cos(turn) < 0 ? -1.0 : 1
            blade(
                point,
                (point.x + away * hang * 0.55, point.y - hang),
                half: 0.010,
                value: value * 0.9
            )
            blade(
                point,
                (point.x + away * hang * 0.95, point.y + hang * 0.10),
                half: 0.009,
                value: value * 1.15
            )
        }
    }

    static func cactus() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.limb([(0, 0, 0.078), (0, 0.5, 0.086), (0, 0.93, 0.072)], value: 0.20)
        shape.limb(
            [
                (-0.04, 0.36, 0.052), (-0.22, 0.36, 0.055), (-0.26, 0.50, 0.056),
                (-0.26, 0.68, 0.050),
            ],
            value: 0.20
        )
        shape.limb(
            [(0.04, 0.48, 0.048), (0.19, 0.48, 0.050), (0.235, 0.60, 0.052), (0.235, 0.82, 0.046)],
            value: 0.22
        )
        for x in [-0.040, 0.0, 0.040] {
            shape.limb([(x, 0.02, 0.006), (x, 0.94, 0.005)], value: 0.12)
        }
        for x in [-0.275, -0.245] { shape.limb([(x, 0.46, 0.004), (x, 0.68, 0.004)], value: 0.12) }
        for x in [0.222, 0.250] { shape.limb([(x, 0.58, 0.004), (x, 0.82, 0.004)], value: 0.12) }
        return shape
    }

    static func bareTree(seed: UInt32, moss: Bool = false) -> SketchSilhouette {
        var random = SketchRandom(seed: seed, purpose: 52), shape = SketchSilhouette()
        var stems:
            [(x: Double, y: Double, angle: Double, length: Double, width: Double, depth: Int)] = [
                (0, -0.03, .pi / 2 + random.number(-0.10, 0.10), 0.31, 0.046, 6)
            ]
        shape.limb([(-0.10, -0.03, 0.010), (-0.03, 0.05, 0.026)], value: 0.11)
        shape.limb([(0.11, -0.03, 0.010), (0.03, 0.06, 0.026)], value: 0.11)
        while let stem = stems.popLast() {
            let x = stem.x + cos(stem.angle) * stem.length,
                y = stem.y + sin(stem.angle) * stem.length
            let bend = random.number(-0.12, 0.12) * stem.length
            shape.limb(
                [
                    (stem.x, stem.y, stem.width),
                    ((stem.x + x) / 2 + bend, (stem.y + y) / 2, stem.width * 0.84),
                    (x, y, stem.width * 0.66),
                ],
                value: 0.11
            )
            if moss, stem.depth < 4, stem.depth > 0, random.number(0, 1) < 0.5 {
                let hang = random.number(0.05, 0.16)
                shape.blade(
                    (x, y + 0.01),
                    (x + random.number(-0.01, 0.01), y - hang),
                    half: 0.012,
                    value: 0.14
                )
            }
            guard stem.depth > 0 else { continue }
            for side in [-1.0, 1] where stem.depth > 1 || random.number(0, 1) < 0.8 {
                stems.append(
                    (
                        x, y,
                        stem.angle + side * random.number(0.22, 0.68) + random.number(-0.12, 0.12),
                        stem.length * random.number(0.62, 0.86), stem.width * 0.63, stem.depth - 1
                    )
                )
            }
        }
        return shape
    }

    static func bush(seed: UInt32) -> SketchSilhouette {
        var random = SketchRandom(seed: seed, purpose: 53), shape = SketchSilhouette()
        shape.limb([(0, -0.02, 0.05), (0, 0.4, 0.04)], value: 0.1)
        for _ in 0..<16 {
            let turn = random.number(0, 6.28), away = random.number(0, 0.30)
            shape.ellipse(
                cos(turn) * away * 1.15,
                0.62 + sin(turn) * away * 0.85,
                random.number(0.10, 0.17),
                value: 0.20 + 0.14 * (0.62 + sin(turn) * away)
            )
        }
        return shape
    }

    static func cypress(seed: UInt32) -> SketchSilhouette {
        var random = SketchRandom(seed: seed, purpose: 54), shape = SketchSilhouette()
        let lean = random.number(-0.02, 0.02)
        shape.limb([(0, -0.02, 0.03), (0, 0.1, 0.03)], value: 0.1)
        shape.blob(
            [
                (lean, 1.0), (0.07, 0.74), (0.105, 0.42), (0.09, 0.16), (0, 0.06), (-0.09, 0.16),
                (-0.105, 0.42), (-0.07, 0.74),
            ],
            value: 0.17
        )
        for _ in 0..<14 {
            let y = random.number(0.10, 0.9), half = 0.10 * (1 - y) + 0.02
            shape.ellipse(
                random.number(-half, half),
                y,
                0.035,
                0.06,
                value: random.number(0.14, 0.26)
            )
        }
        return shape
    }

    /// A trunk that rises out of the frame, buttresses, leaves in clouds.
    static func jungleTree(seed: UInt32) -> SketchSilhouette {
        var random = SketchRandom(seed: seed, purpose: 59), shape = SketchSilhouette()
        let lean = random.number(-0.05, 0.05), girth = random.number(0.022, 0.034)
        shape.mirrored { shape, side in
            shape.limb(
                [
                    (side * girth * 3.4, -0.02, 0.010), (side * girth * 1.3, 0.05, girth * 0.7),
                    (0, 0.14, girth),
                ],
                value: 0.12
            )
        }
        shape.limb(
            [(0, -0.02, girth * 1.3), (lean * 0.5, 0.4, girth), (lean, 0.85, girth * 0.8)],
            value: 0.12
        )
        for _ in 0..<4 {
            let y = random.number(0.4, 0.8), side = random.number(0, 1) < 0.5 ? -1.0 : 1
            shape.limb(
                [(lean * y, y, girth * 0.5), (lean * y + side * 0.11, y + 0.10, girth * 0.3)],
                value: 0.11
            )
        }
        for _ in 0..<9 {
            // Leaves hang in ragged clouds about the ends of the boughs.
            let y = random.number(0.50, 0.98), x = lean + random.number(-0.24, 0.24) * (0.4 + y)
            let shade = random.number(0.10, 0.22)
            for _ in 0..<11 {
                let away = random.number(0, 0.075), turn = random.number(0, 6.28)
                let size = random.number(0.012, 0.030)
                shape.ellipse(
                    x + cos(turn) * away * 1.5,
                    y + sin(turn) * away * 0.6,
                    size * 1.4,
                    size * 0.75,
                    value: shade + random.number(-0.03, 0.07)
                )
            }
        }
        for _ in 0..<7 {
            let x = lean + random.number(-0.22, 0.22), top = random.number(0.6, 0.9),
                low = top - random.number(0.15, 0.45)
            shape.limb(
                [
                    (x, top, 0.004), (x + random.number(-0.03, 0.03), (top + low) / 2, 0.003),
                    (x, low, 0.003),
                ],
                value: 0.10
            )
        }
        return shape
    }

    /// Long leaves from one root.
    static func frond(seed: UInt32, lean: Double) -> SketchSilhouette {
        var random = SketchRandom(seed: seed, purpose: 60), shape = SketchSilhouette()
        for index in 0..<7 {
            let turn = .pi / 2 - lean * (-0.5 + 0.30 * Double(index)) + random.number(-0.1, 0.1)
            let long = random.number(0.6, 1.0)
            shape.palmLeaf(
                from: (random.number(-0.05, 0.05), 0),
                turn: turn,
                long: long,
                droop: 0.30 * abs(cos(turn)) + 0.05,
                value: 0.13
            )
        }
        return shape
    }

    static func flower() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.limb([(0.02, 0, 0.018), (-0.01, 0.32, 0.015), (0, 0.66, 0.014)], value: 0.16)
        shape.blade((0, 0.22), (0.26, 0.40), half: 0.055, sag: -0.03, value: 0.18)
        shape.blade((0, 0.12), (-0.24, 0.28), half: 0.050, sag: -0.03, value: 0.15)
        for ring in [(18, 0.30, 0.42), (14, 0.25, 0.62)] {
            for index in 0..<ring.0 {
                let turn = Double(index) / Double(ring.0) * 2 * .pi + (ring.1 > 0.27 ? 0 : 0.2)
                shape.blade(
                    (cos(turn) * 0.06, 0.72 + sin(turn) * 0.06),
                    (cos(turn) * ring.1, 0.72 + sin(turn) * ring.1 * 0.92),
                    half: 0.036,
                    value: ring.2
                )
            }
        }
        shape.ellipse(0, 0.72, 0.115, 0.108, value: 0.10)
        for index in 0..<20 {
            let turn = Double(index) * 2.4, away = 0.018 * Double(index).squareRoot()
            shape.ellipse(cos(turn) * away, 0.72 + sin(turn) * away, 0.010, value: 0.24)
        }
        return shape
    }

    static func mushroom() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.blob(
            [
                (-0.10, 0.0), (-0.085, 0.30), (-0.075, 0.56), (0.075, 0.56), (0.085, 0.30),
                (0.115, 0.0), (0, -0.02),
            ],
            value: 0.72
        )
        shape.blob(
            [(-0.10, 0.46), (0, 0.50), (0.10, 0.46), (0.13, 0.38), (0, 0.41), (-0.13, 0.38)],
            value: 0.60
        )
        shape.blob(
            [
                (-0.44, 0.54), (-0.40, 0.74), (-0.24, 0.92), (0, 1.0), (0.24, 0.92), (0.40, 0.74),
                (0.44, 0.54), (0.20, 0.58), (0, 0.60), (-0.20, 0.58),
            ],
            value: 0.34
        )
        for (x, y, size) in [
            (-0.22, 0.76, 0.050), (0.02, 0.88, 0.056), (0.22, 0.74, 0.046), (0.0, 0.69, 0.034),
            (-0.34, 0.62, 0.030), (0.35, 0.62, 0.028),
        ] {
            shape.ellipse(x, y, size, size * 0.8, value: 0.85)
        }
        shape.limb([(0.30, 0, 0.030), (0.32, 0.16, 0.026)], value: 0.66)
        shape.blob(
            [(0.18, 0.15), (0.22, 0.24), (0.32, 0.29), (0.42, 0.24), (0.46, 0.15), (0.32, 0.17)],
            value: 0.34
        )
        return shape
    }
}
