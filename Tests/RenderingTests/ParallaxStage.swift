import CRenderKernels
import Editorial
import Foundation
import Media

@testable import Rendering

/// A scene to look at from any view, without a path.
struct ParallaxStage {
    let scene: ParallaxScene
    let bench: ParallaxBench
    let lens: ParallaxLens?

    init(_ scene: ParallaxScene, lens: ParallaxLens? = nil) throws {
        self.scene = scene
        bench = try ParallaxBench(size: scene.size, hasLens: lens != nil)
        self.lens = lens
    }

    init(
        _ picture: Frame,
        nearness: [Float],
        spread: Double,
        ring: Int = 2,
        lens: ParallaxLens? = nil
    ) throws {
        let scene = try ParallaxScene(
            light: PlaneLevel(picture, reduction: 1, base: nil),
            nearness: nearness,
            spread: spread,
            ring: ring
        )
        try self.init(scene, lens: lens)
    }

    func frame(
        _ view: parallax_view,
        format: FrameFormat = .rgba8,
        rowsPerBand: Int = 16,
        isPortable: Bool = false,
        filter: Int = 0
    ) throws -> Frame {
        let frame = try Frame(size: bench.size, format: format)
        let shot = ParallaxShot(
            scene: scene,
            view: view,
            lens: lens,
            filter: filter,
            isPortable: isPortable
        )
        frame.show(
            shot.render(with: bench, rowsPerBand: rowsPerBand),
            stride: bench.stride,
            fade: nil,
            how: RowBands(height: rowsPerBand, isPortable: isPortable)
        )
        return frame
    }
}

extension parallax_view {
    /// A camera moved sideways: what is farthest and what is nearest comes from
    /// so many pixels further right.
    static func shifting(far: Double, near: Double) -> parallax_view {
        var view = parallax_view()
        view.ray = (1, 0, far, 0, 1, 0, 0, 0, 1)
        view.shift = (far - near, 0, 0)
        view.far = 0
        view.near = 1
        return view
    }
}

extension Frame {
    /// The mean squared difference from another picture, over the pixels asked for.
    func squareError(to other: Frame, where isCounted: (Int) -> Bool) -> Double {
        var (sum, count) = (0, 0)
        withPlane { a, aStride in
            other.withPlane { b, bStride in
                for y in 0..<size.height {
                    for x in 0..<size.width where isCounted(y * size.width + x) {
                        let (p, q) = (a + y * aStride + x * 4, b + y * bStride + x * 4)
                        let red = Int(p[0]) - Int(q[0])
                        let green = Int(p[1]) - Int(q[1])
                        let blue = Int(p[2]) - Int(q[2])
                        sum += red * red + green * green + blue * blue
                        count += 3
                    }
                }
            }
        }
        return Double(sum) / Double(max(count, 1))
    }

    /// Peak signal to noise against another picture, in decibels.
    func psnr(to other: Frame, where isCounted: (Int) -> Bool = { _ in true }) -> Double {
        10 * log10(255 * 255 / max(squareError(to: other, where: isCounted), 1e-9))
    }

    /// The luma of every pixel, 0…255.
    var luma: [Float] {
        withPlane { pixels, stride in
            var luma = [Float](repeating: 0, count: size.area)
            for y in 0..<size.height {
                for x in 0..<size.width {
                    let p = pixels + y * stride + x * 4
                    luma[y * size.width + x] =
                        0.299 * Float(p[0]) + 0.587 * Float(p[1]) + 0.114 * Float(p[2])
                }
            }
            return luma
        }
    }

    /// Structural similarity of luma under a Gaussian of 1.5 pixels, measured
    /// at every fifth pixel of every fifth row.
    func ssim(to other: Frame, where isCounted: (Int) -> Bool) -> Double {
        let kernel = (-5...5).map { exp(-Double($0 * $0) / 4.5) }
        let total = kernel.reduce(0, +)
        let (a, b) = (luma, other.luma)
        var (sum, count) = (0.0, 0.0)
        for y in stride(from: 5, to: size.height - 5, by: 5) {
            for x in stride(from: 5, to: size.width - 5, by: 5)
            where isCounted(y * size.width + x) {
                var (ma, mb, aa, bb, ab) = (0.0, 0.0, 0.0, 0.0, 0.0)
                for v in -5...5 {
                    let row = (y + v) * size.width + x
                    for u in -5...5 {
                        let weight = kernel[v + 5] * kernel[u + 5] / (total * total)
                        let (p, q) = (Double(a[row + u]), Double(b[row + u]))
                        ma += weight * p
                        mb += weight * q
                        aa += weight * p * p
                        bb += weight * q * q
                        ab += weight * p * q
                    }
                }
                let (c1, c2) = (2.55 * 2.55, 7.65 * 7.65)
                sum +=
                    (2 * ma * mb + c1) * (2 * (ab - ma * mb) + c2)
                    / ((ma * ma + mb * mb + c1) * (aa - ma * ma + bb - mb * mb + c2))
                count += 1
            }
        }
        return sum / count
    }
}
