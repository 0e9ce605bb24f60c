import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

/// A soft dot on black must travel exactly as the camera does.
struct PlaneSteadinessTests {
    private static let frames = 150
    private static let dot = (x: 1_500.0, y: 800.0)
    private static let heavy = Easing(name: "heavy") ?? .standard

    @Test(arguments: [
        CameraPath.moving(.dolly, [CurveKey(0, 0), CurveKey(1, 0.18, heavy)]),
        CameraPath.moving(.focal, [CurveKey(0, 1), CurveKey(1, 1.08)]),
        CameraPath.moving(.truck, [CurveKey(0, -0.02), CurveKey(1, 0.02)]),
        CameraPath.moving(.pan, [CurveKey(0, -4), CurveKey(1, 4)]),
    ])
    func `A dot travels where the camera sends it, and never back`(path: CameraPath) throws {
        let size = PixelSize(width: 1280, height: 720)
        let renderer = try PlaneRenderer(source: try Self.picture(), path: path, output: size)
        let frame = try Frame(size: size, format: .rgba8)
        var squares = 0.0
        var bias = (x: 0.0, y: 0.0)
        var backward = 0
        var last: (found: Double, expected: Double)?
        for index in 0..<Self.frames {
            let time = CameraPath.time(of: FrameIndex(index), count: Self.frames)
            renderer.render(at: time, into: frame)
            let map = renderer.framing.homography(at: time)
            let expected = try #require(map.inverse).map(x: Self.dot.x, y: Self.dot.y)
            let found = Self.centroid(of: frame, near: expected)
            bias.x += (found.x - expected.x) / Double(Self.frames)
            bias.y += (found.y - expected.y) / Double(Self.frames)
            squares += pow(found.x - expected.x, 2) + pow(found.y - expected.y, 2)
            if let last {
                let step = expected.x - last.expected
                // Below a hundredth of a pixel a step is less than 8 bits can tell.
                if abs(step) > 0.01, (found.x - last.found) * step < 0 { backward += 1 }
            }
            last = (found.x, expected.x)
        }
        let error = (squares / Double(Self.frames)).squareRoot()
        #expect(error < 0.01)
        #expect(abs(bias.x) < 0.01 && abs(bias.y) < 0.01)
        #expect(backward == 0)
    }

    @Test func `A slow zoom over the finest texture does not shimmer`() throws {
        let source = try Frame(960, 540) { x, y in
            (x + y) % 2 == 0 ? (255, 255, 255) : (0, 0, 0)
        }
        let path = CameraPath.moving(.focal, [CurveKey(0, 1), CurveKey(1, 1.1)])
        let size = PixelSize(width: 320, height: 180)
        let renderer = try PlaneRenderer(source: source, path: path, output: size)
        let frame = try Frame(size: size, format: .rgba8)
        var range = (low: 255, high: 0)
        for index in 0..<24 {
            renderer.render(at: Double(index) / 23, into: frame)
            let samples = frame.samples()
            for row in 8..<172 {
                for column in 8..<312 {
                    let value = Int(samples[(row * 320 + column) * 4])
                    range = (min(range.low, value), max(range.high, value))
                }
            }
        }
        #expect(range.low >= 186)
        #expect(range.high <= 190)
    }

    @Test(arguments: [(200, 112), (320, 180), (352, 198), (480, 270), (640, 360), (960, 540)])
    func `No edge has a ring beside it`(width: Int, height: Int) throws {
        // Dark beside bright: in linear light a ring shows on the dark side first.
        let source = try Frame(width, height) { x, _ in
            let code: UInt8 = x < width / 2 ? 63 : 231
            return (code, code, code)
        }
        let size = PixelSize(width: 320, height: 180)
        let path = CameraPath.resting([.dolly: 0.01, .truck: 0.003])
        let renderer = try PlaneRenderer(source: source, path: path, output: size)
        let frame = try Frame(size: size, format: .rgba8)
        renderer.render(at: 0, into: frame)
        let row = frame.samples()[(90 * 320 * 4)..<(91 * 320 * 4)]
        let codes = row.enumerated().filter { $0.offset % 4 == 0 }.map { Int($0.element) }
        #expect(try #require(codes.min()) >= 58)
        #expect(try #require(codes.max()) <= 242)
        // Over in less than six pixels, so it is no blur either.
        #expect(codes.count { (70...224).contains($0) } <= max(3, 640 / width + 2))
    }

    private static func picture() throws -> Frame {
        try Frame(1920, 1080) { x, y in
            let (dx, dy) = (Double(x) + 0.5 - dot.x, Double(y) + 0.5 - dot.y)
            guard abs(dx) < 40, abs(dy) < 40 else { return (0, 0, 0) }
            let light = exp(-(dx * dx + dy * dy) / 72)
            let code = light <= 0.003_130_8 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
            let value = UInt8((code * 255).rounded())
            return (value, value, value)
        }
    }

    /// Returns the centre of the dot's light, in pixels of the frame.
    private static func centroid(
        of frame: Frame,
        near place: (x: Double, y: Double)
    ) -> (x: Double, y: Double) {
        frame.withPlane { pixels, stride in
            var sum = (light: 0.0, x: 0.0, y: 0.0)
            for y in max(0, Int(place.y) - 40)..<min(frame.size.height, Int(place.y) + 40) {
                for x in max(0, Int(place.x) - 40)..<min(frame.size.width, Int(place.x) + 40) {
                    let code = pixels[y * stride + x * 4]
                    guard code > 0 else { continue }
                    let light = linear(code)
                    sum.light += light
                    sum.x += light * (Double(x) + 0.5)
                    sum.y += light * (Double(y) + 0.5)
                }
            }
            return (sum.x / sum.light, sum.y / sum.light)
        }
    }
}
