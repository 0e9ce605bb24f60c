import Foundation

extension SketchSilhouette {
    static func tower() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.polygon([(-0.085, 0), (0.085, 0), (0.072, 0.66), (-0.072, 0.66)], value: 0.26)
        shape.box(-0.090, 0.65, 0.090, 0.675, value: 0.34)
        shape.box(-0.078, 0.675, 0.078, 0.80, value: 0.30)
        shape.ellipse(0, 0.738, 0.048, light: 0xffe2a0)
        shape.limb([(0, 0.738, 0.004), (0, 0.775, 0.003)], value: 0.06)
        shape.limb([(0, 0.738, 0.004), (0.024, 0.728, 0.003)], value: 0.06)
        shape.box(-0.088, 0.80, 0.088, 0.818, value: 0.34)
        shape.polygon(
            [
                (-0.080, 0.818), (0.080, 0.818), (0.020, 0.93), (0.004, 1.0), (-0.004, 1.0),
                (-0.020, 0.93),
            ],
            value: 0.14
        )
        for index in 0..<9 {
            for x in [-0.038, 0.0, 0.038] {
                shape.box(
                    x - 0.008,
                    0.05 + 0.066 * Double(index),
                    x + 0.008,
                    0.085 + 0.066 * Double(index),
                    light: (index * 5 + Int(x * 100)) % 3 == 0 ? lamp : 0x2a2a34
                )
            }
        }
        return shape
    }

    static func statue() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.box(-0.20, 0, 0.20, 0.06, value: 0.30)
        shape.polygon([(-0.16, 0.06), (0.16, 0.06), (0.13, 0.28), (-0.13, 0.28)], value: 0.36)
        shape.box(-0.15, 0.27, 0.15, 0.30, value: 0.40)
        shape.blob(
            [
                (-0.10, 0.29), (-0.095, 0.50), (-0.085, 0.66), (-0.06, 0.72), (0.06, 0.72),
                (0.085, 0.64), (0.09, 0.48), (0.11, 0.29),
            ],
            value: 0.42
        )
        shape.limb([(0.055, 0.70, 0.026), (0.10, 0.80, 0.022), (0.115, 0.90, 0.018)], value: 0.42)
        shape.limb([(0.115, 0.90, 0.010), (0.117, 0.945, 0.014)], value: 0.34)
        shape.ellipse(0.118, 0.968, 0.016, 0.024, light: 0xffd070)
        shape.limb(
            [(-0.06, 0.68, 0.028), (-0.085, 0.58, 0.024), (-0.02, 0.56, 0.018)],
            value: 0.40
        )
        shape.box(-0.05, 0.53, -0.005, 0.61, value: 0.34)
        shape.limb([(0, 0.73, 0.020), (0, 0.76, 0.018)], value: 0.42)
        shape.ellipse(0, 0.795, 0.034, 0.042, value: 0.44)
        for index in 0..<5 {
            let turn = .pi * (0.22 + 0.14 * Double(index))
            shape.limb(
                [
                    (cos(turn) * 0.034, 0.815 + sin(turn) * 0.024, 0.006),
                    (cos(turn) * 0.070, 0.815 + sin(turn) * 0.058, 0.002),
                ],
                value: 0.40
            )
        }
        return shape
    }

    static func monolith() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.polygon([(-0.20, -0.02), (0.20, -0.02), (0.20, 1.0), (-0.20, 1.0)], value: 0.07)
        shape.polygon([(0.20, -0.02), (0.245, 0.0), (0.245, 0.985), (0.20, 1.0)], value: 0.24)
        return shape
    }

    static func wheel() -> SketchSilhouette {
        var shape = SketchSilhouette()
        let hub = (x: 0.0, y: 0.55)
        shape.mirrored { shape, side in
            shape.limb([(side * 0.22, 0, 0.016), (hub.x, hub.y, 0.012)], value: 0.20)
        }
        shape.ring(hub.x, hub.y, radius: 0.42, width: 0.009, value: 0.30)
        shape.ring(hub.x, hub.y, radius: 0.38, width: 0.005, value: 0.26)
        let colours: [UInt32] = [0xff6a5a, 0xffd070, 0x70c8ff, 0xd890ff, 0x90ff9a]
        for index in 0..<16 {
            let turn = Double(index) / 16 * 2 * .pi, ux = cos(turn), uy = sin(turn)
            shape.limb(
                [(hub.x, hub.y, 0.003), (hub.x + ux * 0.42, hub.y + uy * 0.42, 0.003)],
                value: 0.24
            )
            let x = hub.x + ux * 0.42, y = hub.y + uy * 0.42 - 0.035
            shape.blob(
                [
                    (x - 0.026, y + 0.016), (x + 0.026, y + 0.016), (x + 0.020, y - 0.022),
                    (x - 0.020, y - 0.022),
                ],
                value: 0.40
            )
            shape.ellipse(x, y + 0.035, 0.009, light: colours[index % colours.count])
            shape.ellipse(
                hub.x + ux * 0.22,
                hub.y + uy * 0.22,
                0.006,
                light: colours[(index + 2) % colours.count]
            )
        }
        shape.ellipse(hub.x, hub.y, 0.034, light: 0xffe0a0)
        shape.box(-0.34, -0.02, 0.34, 0.03, value: 0.14)
        return shape
    }

    static func windmill() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.polygon([(-0.17, 0), (0.17, 0), (0.105, 0.62), (-0.105, 0.62)], value: 0.40)
        shape.polygon([(-0.20, 0.24), (0.20, 0.24), (0.18, 0.275), (-0.18, 0.275)], value: 0.18)
        shape.blob(
            [(-0.125, 0.61), (-0.10, 0.70), (0, 0.76), (0.10, 0.70), (0.125, 0.61)],
            value: 0.18
        )
        shape.arched(0, 0, 0.035, 0.13, value: 0.10)
        shape.box(-0.022, 0.40, 0.022, 0.47, light: lamp)
        let hub = (x: 0.02, y: 0.665)
        for index in 0..<4 {
            let turn = 0.42 + Double(index) * .pi / 2, ux = cos(turn), uy = sin(turn)
            shape.limb(
                [(hub.x, hub.y, 0.010), (hub.x + ux * 0.40, hub.y + uy * 0.40, 0.006)],
                value: 0.12
            )
            func at(_ along: Double, _ across: Double) -> Point {
                (hub.x + ux * along - uy * across, hub.y + uy * along + ux * across)
            }
            shape.polygon(
                [at(0.09, 0.004), at(0.40, 0.004), at(0.40, 0.085), at(0.09, 0.075)],
                value: 0.58
            )
            for bar in 0..<6 {
                let along = 0.12 + 0.052 * Double(bar), a = at(along, 0), b = at(along, 0.082)
                shape.limb([(a.x, a.y, 0.003), (b.x, b.y, 0.003)], value: 0.16)
            }
        }
        return shape
    }
}
