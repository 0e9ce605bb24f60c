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

    private mutating func trunk(from rear: Point, to front: Point, girth: Double) {
        let middle = (rear.x + front.x) / 2
        limb([
            (rear.x, rear.y, girth), (middle, (rear.y + front.y) / 2 - 0.012, girth * 0.94),
            (front.x - 0.04, front.y - 0.03, girth * 1.08), (front.x, front.y, girth * 0.85),
        ])
    }
}
