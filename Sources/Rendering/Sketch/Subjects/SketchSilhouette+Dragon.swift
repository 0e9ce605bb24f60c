import CRenderKernels

extension SketchSilhouette {
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
