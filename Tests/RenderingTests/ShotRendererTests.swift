import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

struct ShotRendererTests {
    private static let size = PixelSize(width: 320, height: 180)

    @Test func `A still camera's frames are the picture's own, and not blurred`() throws {
        let source = try Frame.noise(320, 180)
        let shot = try ShotRenderer(
            source: source,
            path: .still,
            output: Self.size,
            frameCount: 24
        )
        let frame = try Frame(size: Self.size, format: .rgba8)
        for index in [0, 12, 23] {
            shot.render(FrameIndex(index), into: frame)
            #expect(frame.samples() == source.samples())
        }
    }

    @Test func `Frames may be asked for in any order`() throws {
        let source = try Frame.noise(480, 270)
        let path = CameraPath.moving(.truck, [CurveKey(0, -0.2), CurveKey(1, 0.2)])
        let shot = try ShotRenderer(source: source, path: path, output: Self.size, frameCount: 12)
        let order = [3, 11, 0, 7, 3, 0]
        var seen: [Int: [UInt8]] = [:]
        for index in order {
            let frame = try Frame(size: Self.size, format: .yuv420p8)
            shot.render(FrameIndex(index), into: frame)
            #expect(seen[index, default: frame.samples()] == frame.samples())
            seen[index] = frame.samples()
        }
        #expect(seen[0] != seen[11])
    }

    @Test func `The screen's frame and the film's are one picture`() throws {
        let source = try Frame(480, 270) { x, y in
            (UInt8(x / 2), UInt8(y / 2 + 60), UInt8(200 - x / 4))
        }
        let path = CameraPath.moving(.truck, [CurveKey(0, -0.2), CurveKey(1, 0.2)])
        let shot = try ShotRenderer(source: source, path: path, output: Self.size, frameCount: 8)
        let screen = try Frame(size: Self.size, format: .rgba8)
        let film = try Frame(size: Self.size, format: .yuv420p8)
        shot.render(FrameIndex(4), into: screen)
        shot.render(FrameIndex(4), into: film)
        let (rgb, luma) = (screen.samples(), film.samples(0))
        let worst = luma.indices.map { pixel in
            let weighed =
                0.2126 * Double(rgb[pixel * 4]) + 0.7152 * Double(rgb[pixel * 4 + 1])
                + 0.0722 * Double(rgb[pixel * 4 + 2])
            return abs(16 + 219 * weighed / 255 - Double(luma[pixel]))
        }
        #expect(try #require(worst.max()) < 2)
    }

    @Test func `A faster camera is looked at more often, a resting one once`() throws {
        func counts(_ path: CameraPath, frames: Int) -> [Int] {
            let framing = PlaneFraming(
                path: path,
                source: PixelSize(width: 1920, height: 1080),
                output: PixelSize(width: 1280, height: 720)
            )
            let shutter = Shutter(framing: framing, frameCount: frames)
            return (0..<frames).map { shutter.moments(of: FrameIndex($0)).times.count }
        }
        #expect(Set(counts(.still, frames: 10)) == [1])
        #expect(counts(.still, frames: 1) == [1])
        let slow = CameraPath.moving(.dolly, [CurveKey(0, 0), CurveKey(1, 0.1)])
        #expect(Set(counts(slow, frames: 150)) == [1])
        let fast = CameraPath.moving(.focal, [CurveKey(0, 1), CurveKey(1, 3)])
        let many = counts(fast, frames: 12)
        #expect(many.max() == Shutter.limit)
        #expect(many.allSatisfy { (1...Shutter.limit).contains($0) })
    }

    @Test func `A dot that moves while the shutter is open becomes a line of its way`() throws {
        let source = try Frame(480, 64) { x, y in
            (236..<244).contains(x) && (28..<36).contains(y) ? (255, 255, 255) : (0, 0, 0)
        }
        let size = PixelSize(width: 320, height: 64)
        let path = CameraPath.moving(
            .truck,
            [CurveKey(0, -0.12), CurveKey(1, 0.12, try #require(Easing(name: "linear")))]
        )
        let frames = 4
        let shot = try ShotRenderer(source: source, path: path, output: size, frameCount: frames)
        let frame = try Frame(size: size, format: .rgba8)
        shot.render(FrameIndex(1), into: frame)
        let samples = frame.samples()
        let row = (0..<320).map { linear(samples[(32 * 320 + $0) * 4]) }
        // The analytic box: the dot's width drawn out over the way it goes.
        let framing = shot.framing
        func place(_ x: Double, _ time: Double) throws -> Double {
            try #require(framing.homography(at: time).inverse).map(x: x, y: 32).x
        }
        let (middle, open) = (1.0 / Double(frames - 1), 0.5 / Double(frames - 1))
        let starts = try [-0.5, 0.5].map { try place(236, middle + open * $0) }
        let ends = try [-0.5, 0.5].map { try place(244, middle + open * $0) }
        let width = ends[0] - starts[0]
        let travel = abs(starts[1] - starts[0])
        let (low, high) = (min(starts[0], starts[1]), max(starts[0], starts[1]))
        var worst = 0.0
        for x in 0..<320 {
            let centre = Double(x) + 0.5
            // How long the dot lies over the pixel's middle.
            let first = max(low, centre - width)
            let last = min(high, centre)
            worst = max(worst, abs(row[x] - max(0, last - first) / travel))
        }
        #expect(travel > 10)
        #expect(worst < 0.09)
        let sum = row.reduce(0, +)
        #expect(abs(sum - width) / width < 0.01)
    }
}
