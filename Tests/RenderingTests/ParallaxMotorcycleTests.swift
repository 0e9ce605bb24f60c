import CRenderKernels
import Editorial
import Foundation
import Media
import Testing

@testable import Rendering

/// The parallax, held against what a second camera saw.
struct ParallaxMotorcycleTests {
    @Test func `The right view of a stereo pair comes out as the other camera saw it`() throws {
        let pair = try Motorcycle()
        let frame = try pair.stage().frame(pair.view(at: 1))
        let (seen, hidden, inner) = (pair.seen, pair.hidden, pair.inner)
        #expect(frame.psnr(to: pair.right, where: inner) >= 24.4)
        #expect(frame.psnr(to: pair.right, where: seen) >= 28.2)
        #expect(frame.psnr(to: pair.right, where: hidden) >= 16.2)
        #expect(frame.ssim(to: pair.right, where: inner) >= 0.905)
    }

    @Test func `From where the picture was taken the frame is the picture`() throws {
        let pair = try Motorcycle()
        let frame = try pair.stage().frame(pair.view(at: 0))
        #expect(frame.psnr(to: pair.left) >= 50)
        let (found, expected) = (frame.samples(), pair.left.samples())
        let far = zip(found, expected).count { abs(Int($0) - Int($1)) > 8 }
        #expect(Double(far) <= 0.001 * Double(pair.size.area))
    }

    @Test func `What is near keeps its looks while the camera passes`() throws {
        let isSoak = ProcessInfo.processInfo.environment["KINEMA_SOAK"] != nil
        let pair = try Motorcycle(), stage = try pair.stage()
        let points = pair.silhouette
        #expect(points.count > 5000)
        var last: [SIMD3<Float>] = []
        var steps: [Float] = []
        for index in isSoak ? 0...60 : 26...32 {
            let place = Double(index) / 60
            _ = try stage.frame(pair.view(at: place))
            let now = stage.follow(points, at: Float(place))
            if !last.isEmpty {
                for (before, after) in zip(last, now) where before.x.isFinite && after.x.isFinite {
                    let apart = before - after
                    steps.append((abs(apart.x) + abs(apart.y) + abs(apart.z)) / 3)
                }
            }
            last = now
        }
        steps.sort()
        #expect(steps.reduce(0, +) / Float(steps.count) <= 2.1)
        #expect(steps[steps.count * 99 / 100] <= 18)
    }

    @Test func `A frame has the same bits for any bands, code and order`() throws {
        let pair = try Motorcycle(), stage = try pair.stage()
        var turned = pair.view(at: 0.6)
        turned.ray = (0.998, -0.02, 31, 0.02, 0.998, -4, 2e-5, 1e-5, 1)
        turned.shift.2 = 0.05
        for view in [turned, pair.view(at: 1)] {
            for format in [FrameFormat.rgba8, .yuv420p8] {
                let planes = 0..<format.planeCount
                func bits(_ rows: Int, portable: Bool = false) throws -> [[UInt8]] {
                    let frame = try stage.frame(
                        view,
                        format: format,
                        rowsPerBand: rows,
                        isPortable: portable
                    )
                    return planes.map { frame.samples($0) }
                }
                let expected = try bits(16)
                _ = try stage.frame(pair.view(at: 0.2))
                #expect(try bits(16) == expected)
                #expect(try bits(6) == expected)
                #expect(try bits(500) == expected)
                #expect(try bits(34, portable: true) == expected)
            }
        }
    }

    @Test func `A picture is taken apart the same way in any bands`() throws {
        let pair = try Motorcycle()
        let frames = try [7, 500].map { rows in
            let scene = try Motorcycle.part(pair.left, pair.disparity, rowsPerBand: rows)
            return try ParallaxStage(scene).frame(pair.view(at: 1))
        }
        #expect(frames[0].samples() == frames[1].samples())
    }
}

extension Motorcycle {
    /// A place in the left view, and how far it is away in the right one.
    struct Point {
        var x: Int
        var y: Int
        var disparity: Float
    }

    /// The near side of every silhouette, two pixels in from its edge.
    fileprivate var silhouette: [Point] {
        var points: [Point] = []
        for y in 0..<size.height {
            for x in 3..<size.width - 3 {
                let at = y * size.width + x, here = disparity[at]
                let isEdge = [1, -1].contains { side in
                    let edge = disparity[at + 2 * side]
                    return edge - disparity[at + 3 * side] > 3 && abs(here - edge) < 1
                }
                if isEdge { points.append(Point(x: x, y: y, disparity: here)) }
            }
        }
        return points
    }
}

extension ParallaxStage {
    /// Returns the colours of the last frame, before they are dithered into 8
    /// bits, at points that have moved along; NaN where they have left the frame.
    fileprivate func follow(
        _ points: [Motorcycle.Point],
        at place: Float
    ) -> [SIMD3<Float>] {
        let codes = PlaneTables.shared.codes
        func code(_ light: UnsafeMutablePointer<UInt16>) -> SIMD3<Float> {
            SIMD3(
                Float(codes[Int(light[0])]),
                Float(codes[Int(light[1])]),
                Float(codes[Int(light[2])])
            )
                / 256
        }
        return points.map { point in
            let x = Float(point.x) - place * point.disparity
            guard x > 2, x < Float(bench.size.width - 3) else { return SIMD3(repeating: .nan) }
            let left = Int(x)
            let pixel = bench.light + (point.y * bench.stride + left) * 4
            let (a, b) = (code(pixel), code(pixel + 4))
            return a + (b - a) * (x - Float(left))
        }
    }
}
