import CRenderKernels
import Foundation

extension SketchSilhouette {
    /// A broad tree that branches anew for every seed.
    static func tree(seed: UInt32) -> SketchSilhouette {
        var random = SketchRandom(seed: seed, purpose: 51)
        var shape = SketchSilhouette()
        var tips: [Point] = []
        let root = Branch(
            x: 0,
            y: -0.02,
            angle: .pi / 2 + random.number(-0.08, 0.08),
            length: 0.25,
            width: 0.040
        )
        shape.grow(root, depth: 5, &random, &tips)
        for tip in tips {
            for _ in 0..<5 {
                let size = random.number(0.022, 0.055), y = tip.y + random.number(-0.05, 0.05)
                shape.ellipse(
                    tip.x + random.number(-0.075, 0.075),
                    min(y, 0.97),
                    size * 1.3,
                    size * 0.8,
                    value: 0.16 + 0.22 * y + random.number(-0.03, 0.03)
                )
            }
        }
        return shape
    }

    private struct Branch {
        var x: Double
        var y: Double
        var angle: Double
        var length: Double
        var width: Double
    }

    private mutating func grow(
        _ branch: Branch,
        depth: Int,
        _ random: inout SketchRandom,
        _ tips: inout [Point]
    ) {
        let end = (
            x: branch.x + cos(branch.angle) * branch.length,
            y: branch.y + sin(branch.angle) * branch.length
        )
        let bend = random.number(-0.1, 0.1) * branch.length
        let middle = (x: (branch.x + end.x) / 2 + bend, y: (branch.y + end.y) / 2)
        limb(
            [
                (branch.x, branch.y, branch.width), (middle.x, middle.y, branch.width * 0.85),
                (end.x, end.y, branch.width * 0.66),
            ],
            value: 0.11
        )
        guard depth > 0 else { return tips.append(end) }
        for side in [-1.0, 1] {
            let next = Branch(
                x: end.x,
                y: end.y,
                angle: branch.angle + side * random.number(0.28, 0.64) + random.number(-0.15, 0.15),
                length: branch.length * random.number(0.68, 0.84),
                width: branch.width * 0.64
            )
            grow(next, depth: depth - 1, &random, &tips)
        }
    }
}
