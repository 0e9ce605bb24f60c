import CRenderKernels

extension SketchSilhouette {
    static func deer() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.trunk(from: (-0.30, 0.53), to: (0.16, 0.57), girth: 0.088)
        for (x, lean) in [(-0.325, -0.030), (-0.255, 0.020), (0.100, 0.000), (0.160, 0.028)] {
            shape.limb([
                (x, 0.48, 0.050), (x + lean, 0.29, 0.022), (x + lean * 0.5 + 0.01, 0.02, 0.013),
            ])
        }
        shape.limb([(0.14, 0.58, 0.066), (0.20, 0.70, 0.041), (0.245, 0.78, 0.033)])
        shape.limb([(0.25, 0.795, 0.040), (0.31, 0.775, 0.030), (0.37, 0.75, 0.017)])
        shape.limb([(-0.375, 0.57, 0.030), (-0.41, 0.50, 0.013)])
        shape.polygon([(0.225, 0.81), (0.150, 0.85), (0.212, 0.79)])
        shape.mirrored { shape, side in
            let x = 0.25 + 0.01 * side
            shape.limb(
                [
                    (x, 0.815, 0.013), (x + side * 0.09 - 0.03, 0.875, 0.012),
                    (x + side * 0.19 - 0.03, 0.935, 0.010), (x + side * 0.17 + 0.01, 1.02, 0.004),
                ],
                value: 0.11
            )
            shape.limb(
                [(x + side * 0.06 - 0.02, 0.89, 0.008), (x + side * 0.05 + 0.05, 0.965, 0.003)],
                value: 0.11
            )
            shape.limb(
                [(x + side * 0.11 - 0.02, 0.935, 0.008), (x + side * 0.19 - 0.03, 0.985, 0.003)],
                value: 0.11
            )
        }
        return shape
    }

    static func horse() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.trunk(from: (-0.33, 0.62), to: (0.18, 0.63), girth: 0.142)
        for (x, lean, step) in [
            (-0.36, -0.05, -0.04), (-0.28, 0.01, -0.02), (0.13, 0.02, 0.01), (0.20, 0.05, 0.03),
        ] {
            shape.limb(
                [
                    (x, 0.54, 0.078), (x + lean, 0.36, 0.034), (x + lean * 0.6, 0.20, 0.024),
                    (x + step, 0.03, 0.024),
                ]
            )
            shape.ellipse(x + step + 0.012, 0.016, 0.030, 0.018, value: 0.08)
        }
        shape.limb([(0.18, 0.64, 0.11), (0.29, 0.78, 0.076), (0.37, 0.90, 0.052)])
        shape.limb([(0.37, 0.92, 0.056), (0.44, 0.86, 0.045), (0.51, 0.785, 0.032)])
        shape.polygon([(0.345, 0.955), (0.355, 1.02), (0.385, 0.965)])
        shape.limb([(0.33, 0.98, 0.022), (0.24, 0.87, 0.034), (0.16, 0.76, 0.024)], value: 0.09)
        shape.limb([(-0.47, 0.64, 0.032), (-0.54, 0.54, 0.036), (-0.55, 0.34, 0.014)], value: 0.09)
        return shape
    }

    static func wolf() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.trunk(from: (-0.42, 0.62), to: (0.22, 0.64), girth: 0.135)
        for (x, lean, step) in [
            (-0.46, -0.07, -0.02), (-0.36, 0.03, 0.06), (0.18, 0.0, -0.02), (0.27, 0.04, 0.05),
        ] {
            shape.limb([(x, 0.55, 0.082), (x + lean, 0.32, 0.042), (x + step, 0.05, 0.032)])
            shape.ellipse(x + step + 0.03, 0.028, 0.046, 0.028)
        }
        shape.limb([(0.24, 0.68, 0.125), (0.36, 0.80, 0.105), (0.44, 0.86, 0.090)])
        shape.limb([(0.44, 0.86, 0.092), (0.55, 0.82, 0.056), (0.64, 0.785, 0.032)])
        shape.polygon([(0.37, 0.91), (0.385, 1.04), (0.455, 0.93)])
        shape.polygon([(0.44, 0.92), (0.475, 1.03), (0.515, 0.90)])
        shape.limb([(-0.52, 0.66, 0.050), (-0.68, 0.58, 0.066), (-0.80, 0.44, 0.020)])
        return shape
    }

    private mutating func trunk(from rear: Point, to front: Point, girth: Double) {
        let middle = (rear.x + front.x) / 2
        limb([
            (rear.x, rear.y, girth), (middle, (rear.y + front.y) / 2 - 0.012, girth * 0.94),
            (front.x - 0.04, front.y - 0.03, girth * 1.08), (front.x, front.y, girth * 0.85),
        ])
    }

    static func dragon() -> SketchSilhouette {
        var shape = SketchSilhouette()
        shape.wing(
            root: (-0.04, 0.50),
            wrist: (-0.18, 0.97),
            tips: [(-0.82, 0.90), (-0.76, 0.62), (-0.52, 0.45), (-0.22, 0.42)],
            value: 0.17
        )
        shape.limb([
            (0.60, 0.60, 0.020), (0.54, 0.63, 0.036), (0.42, 0.60, 0.036), (0.28, 0.53, 0.056),
            (0.05, 0.46, 0.086), (-0.18, 0.44, 0.070), (-0.42, 0.37, 0.042), (-0.66, 0.37, 0.024),
            (-0.90, 0.46, 0.006),
        ])
        shape.limb([(0.55, 0.635, 0.034), (0.64, 0.605, 0.022), (0.71, 0.578, 0.010)])
        shape.limb([(0.56, 0.605, 0.020), (0.66, 0.565, 0.009)])
        shape.limb([(0.54, 0.66, 0.012), (0.46, 0.735, 0.003)])
        shape.limb([(0.57, 0.655, 0.010), (0.50, 0.745, 0.003)])
        shape.wing(
            root: (0.12, 0.52),
            wrist: (0.33, 0.98),
            tips: [(0.92, 0.87), (0.67, 0.66), (0.41, 0.51), (0, 0.47)],
            value: 0.11
        )
        shape.limb([(0.10, 0.42, 0.035), (0.06, 0.33, 0.022), (0.12, 0.26, 0.011)])
        shape.limb([(-0.10, 0.40, 0.035), (-0.18, 0.31, 0.020), (-0.13, 0.24, 0.011)])
        shape.polygon([(-0.86, 0.43), (-0.97, 0.54), (-0.93, 0.41), (-0.98, 0.33)])
        return shape
    }

    private mutating func wing(root: Point, wrist: Point, tips: [Point], value: Double) {
        limb([(root.x, root.y, 0.034), (wrist.x, wrist.y, 0.016)], value: value)
        var outline = [root, wrist]
        for (index, tip) in tips.enumerated() {
            limb(
                [
                    (wrist.x, wrist.y, 0.010),
                    ((wrist.x + tip.x) / 2, (wrist.y + tip.y) / 2 + 0.03, 0.008),
                    (tip.x, tip.y, 0.002),
                ],
                value: value
            )
            guard index > 0 else {
                outline.append(tip)
                continue
            }
            let last = tips[index - 1]
            let sag = (
                (wrist.x - (last.x + tip.x) / 2) * 0.12, (wrist.y - (last.y + tip.y) / 2) * 0.12
            )
            outline += Self.arc(last, tip, bulge: sag)
        }
        polygon(outline, value: value)
    }
}
