import Foundation

extension SketchSilhouette {
    static func balloon() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for x in [-0.085, -0.03, 0.03, 0.085] {
            shape.limb([(x * 1.6, 0.30, 0.003), (x * 0.72, 0.12, 0.003)], value: 0.1)
        }
        shape.blob(
            [
                (0, 1.0), (0.20, 0.965), (0.33, 0.84), (0.345, 0.68), (0.26, 0.49), (0.15, 0.34),
                (0.10, 0.28), (-0.10, 0.28), (-0.15, 0.34), (-0.26, 0.49), (-0.345, 0.68),
                (-0.33, 0.84), (-0.20, 0.965),
            ],
            value: 0.44
        )
        for (index, half) in [0.26, 0.10].enumerated() {
            let value = index == 0 ? 0.74 : 0.40
            shape.blob(
                [
                    (0, 1.0), (half * 0.62, 0.96), (half, 0.84), (half * 1.04, 0.68),
                    (half * 0.80, 0.49), (half * 0.46, 0.34), (half * 0.34, 0.285),
                    (-half * 0.34, 0.285), (-half * 0.46, 0.34), (-half * 0.80, 0.49),
                    (-half * 1.04, 0.68), (-half, 0.84), (-half * 0.62, 0.96),
                ],
                value: value
            )
        }
        shape.ellipse(0, 0.262, 0.022, 0.030, light: 0xff9a40)
        shape.polygon([(-0.072, 0.12), (0.072, 0.12), (0.058, 0.0), (-0.058, 0.0)], value: 0.22)
        return shape
    }

    static func airship() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.polygon(
            [
                (-1.16, 0.62), (-1.46, 1.0), (-1.56, 1.0), (-1.40, 0.62), (-1.56, 0.24),
                (-1.46, 0.24),
            ],
            value: 0.30
        )
        shape.blob(
            [
                (1.56, 0.62), (1.34, 0.80), (0.80, 0.96), (0.0, 1.0), (-0.8, 0.90), (-1.40, 0.66),
                (-1.46, 0.60), (-0.8, 0.34), (0.0, 0.24), (0.80, 0.28), (1.34, 0.44),
            ],
            value: 0.48
        )
        for y in [0.44, 0.62, 0.80] {
            shape.limb(
                [
                    (-1.2, 0.61 + (y - 0.62) * 0.3, 0.004), (0.1, y, 0.005),
                    (1.36, 0.62 + (y - 0.62) * 0.5, 0.004),
                ],
                value: 0.30
            )
        }
        shape.polygon([(-0.34, 0.27), (0.46, 0.26), (0.36, 0.06), (-0.20, 0.06)], value: 0.24)
        for index in 0..<5 {
            shape.box(
                -0.16 + 0.11 * Double(index),
                0.13,
                -0.10 + 0.11 * Double(index),
                0.19,
                light: 0xffd890
            )
        }
        return shape
    }

    static func plane() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.polygon([(-0.10, 0.52), (-0.78, 0.96), (-0.92, 0.96), (-0.46, 0.50)], value: 0.24)
        shape.blob(
            [
                (1.5, 0.50), (1.40, 0.60), (1.16, 0.66), (0.40, 0.66), (-0.80, 0.62), (-1.50, 0.58),
                (-1.56, 0.54), (-0.90, 0.42), (0.30, 0.37), (1.10, 0.38), (1.40, 0.44),
            ],
            value: 0.62
        )
        shape.polygon([(-1.12, 0.58), (-1.46, 1.0), (-1.66, 1.0), (-1.50, 0.56)], value: 0.56)
        shape.polygon([(-1.18, 0.54), (-1.56, 0.40), (-1.68, 0.40), (-1.44, 0.54)], value: 0.30)
        shape.polygon([(0.34, 0.46), (-0.70, 0.02), (-0.90, 0.02), (-0.22, 0.46)], value: 0.38)
        shape.limb([(-0.16, 0.22, 0.052), (0.10, 0.22, 0.060)], value: 0.40)
        for index in 0..<14 {
            shape.ellipse(-0.90 + 0.15 * Double(index), 0.555, 0.022, light: 0x6a6050)
        }
        shape.polygon([(1.20, 0.585), (1.36, 0.585), (1.28, 0.635), (1.16, 0.635)], value: 0.08)
        return shape
    }

    static func helicopter() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.limb([(-0.20, 0.60, 0.085), (-0.90, 0.68, 0.040), (-1.36, 0.74, 0.024)], value: 0.18)
        shape.polygon([(-1.26, 0.72), (-1.50, 0.98), (-1.44, 0.70), (-1.52, 0.52)], value: 0.18)
        shape.ring(-1.42, 0.76, radius: 0.15, width: 0.008, value: 0.16)
        shape.blob(
            [
                (0.86, 0.42), (0.78, 0.58), (0.50, 0.74), (0.10, 0.80), (-0.30, 0.72),
                (-0.44, 0.56), (-0.30, 0.36), (0.10, 0.26), (0.56, 0.26), (0.80, 0.32),
            ],
            value: 0.20
        )
        shape.blob(
            [(0.80, 0.46), (0.70, 0.60), (0.46, 0.69), (0.34, 0.60), (0.40, 0.42), (0.70, 0.38)],
            value: 0.46
        )
        shape.limb([(0.10, 0.78, 0.04), (0.10, 0.95, 0.03)], value: 0.14)
        shape.blade((-1.30, 0.96), (1.50, 1.0), half: 0.020, value: 0.20)
        shape.limb([(-0.36, 0.06, 0.022), (0.50, 0.06, 0.022), (0.66, 0.12, 0.018)], value: 0.14)
        for x in [-0.12, 0.36] {
            shape.limb([(x, 0.28, 0.018), (x - 0.03, 0.07, 0.018)], value: 0.14)
        }
        shape.ellipse(0.70, 0.25, 0.030, light: 0xffffe0)
        return shape
    }

    static func saucer() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.blob(
            [
                (0, 1.0), (0.34, 0.92), (0.50, 0.66), (0.46, 0.48), (-0.46, 0.48), (-0.50, 0.66),
                (-0.34, 0.92),
            ],
            value: 0.55
        )
        shape.blob(
            [
                (1.40, 0.36), (0.90, 0.54), (0.50, 0.62), (-0.50, 0.62), (-0.90, 0.54),
                (-1.40, 0.36), (-0.90, 0.20), (-0.40, 0.12), (0.40, 0.12), (0.90, 0.20),
            ],
            value: 0.34
        )
        shape.blob(
            [
                (1.34, 0.35), (0.70, 0.42), (-0.70, 0.42), (-1.34, 0.35), (-0.70, 0.20),
                (0.70, 0.20),
            ],
            value: 0.18
        )
        for index in 0..<9 {
            let x = -1.04 + 0.26 * Double(index)
            shape.ellipse(
                x,
                0.33 - 0.05 * (1 - x * x),
                0.050,
                0.034,
                light: index % 2 == 0 ? 0x9fe8ff : 0xffd080
            )
        }
        shape.ellipse(0, 0.13, 0.34, 0.040, light: 0xdff6ff)
        return shape
    }

    static func starship() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.polygon(
            [(-0.34, 0.68), (-0.20, 0.95), (0.04, 0.97), (0.14, 0.90), (0.14, 0.70)],
            value: 0.46
        )
        shape.polygon([(-0.10, 0.95), (-0.10, 1.06), (-0.05, 1.06), (-0.05, 0.96)], value: 0.30)
        shape.polygon(
            [
                (-1.24, 0.60), (-0.50, 0.70), (0.16, 0.715), (0.74, 0.61), (1.46, 0.475),
                (1.43, 0.44), (-1.30, 0.44),
            ],
            value: 0.48
        )
        shape.polygon(
            [(-1.30, 0.45), (1.43, 0.445), (0.52, 0.30), (-0.20, 0.20), (-1.22, 0.27)],
            value: 0.22
        )
        shape.polygon([(-0.92, 0.64), (-0.50, 0.70), (-0.54, 0.78), (-0.98, 0.86)], value: 0.40)
        shape.polygon([(-0.86, 0.28), (-0.40, 0.22), (-0.46, 0.10), (-0.96, 0.06)], value: 0.26)
        for index in 0..<12 {
            let x = -0.96 + 0.19 * Double(index)
            shape.limb([(x, 0.455, 0.004), (x + 0.05, 0.60 - abs(x) * 0.06, 0.004)], value: 0.36)
            shape.box(x, 0.505, x + 0.055, 0.522, light: 0xffd296)
            if index % 2 == 0 { shape.box(x + 0.02, 0.36, x + 0.06, 0.374, light: 0xffd296) }
        }
        shape.box(-0.14, 0.84, 0.10, 0.862, light: 0xbfe4ff)
        for y in [0.32, 0.42, 0.53] {
            shape.ellipse(-1.27, y, 0.050, 0.045, value: 0.10)
            shape.ellipse(-1.31, y, 0.045, 0.032, light: 0x78beff)
        }
        return shape
    }

    static func station() -> SketchSilhouette {
        var shape = SketchSilhouette()
        for side in [-1.0, 1] {
            for row in [0.22, 0.62] {
                for panel in 0..<2 {
                    let x = side * (0.52 + 0.44 * Double(panel))
                    shape.box(x - 0.19, row, x + 0.19, row + 0.30, value: 0.20)
                    for line in 1..<5 {
                        let y = row + 0.06 * Double(line)
                        shape.limb([(x - 0.18, y, 0.003), (x + 0.18, y, 0.003)], value: 0.46)
                    }
                    shape.limb([(x, row, 0.004), (x, row + 0.30, 0.004)], value: 0.50)
                }
            }
        }
        shape.limb([(-1.2, 0.57, 0.018), (1.2, 0.57, 0.018)], value: 0.52)
        shape.limb([(0, 0.16, 0.085), (0, 0.98, 0.085)], value: 0.62)
        shape.limb([(-0.26, 0.44, 0.075), (0.26, 0.44, 0.075)], value: 0.55)
        for y in [0.30, 0.60, 0.78] { shape.box(-0.085, y, 0.085, y + 0.022, value: 0.30) }
        for y in [0.24, 0.38, 0.52, 0.70, 0.86] { shape.ellipse(0.03, y, 0.014, light: 0xffe0a0) }
        shape.blob([(0.0, 0.06), (0.13, 0.12), (0, 0.17), (-0.13, 0.12)], value: 0.70)
        return shape
    }
}
