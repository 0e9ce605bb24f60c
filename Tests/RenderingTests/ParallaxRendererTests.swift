import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

struct ParallaxRendererTests {
    private static let size = PixelSize(width: 128, height: 72)

    @Test func `A camera that rests shows the picture`() throws {
        let source = try Frame.smooth(Self.size)
        let frame = try render(source, Self.ramp, .still, Self.size)
        #expect(largestDifference(frame.samples(), source.samples()) <= 1)
    }

    @Test(arguments: [
        CameraPath.still, .resting([.pan: 4, .tilt: -2]), .resting([.roll: 8, .focal: 1.3]),
    ])
    func `A camera that only turns sees no depth`(path: CameraPath) throws {
        let source = try Frame.smooth(Self.size)
        let plane = try Frame(size: Self.size, format: .rgba8)
        try PlaneRenderer(source: source, path: path, output: Self.size).render(at: 0, into: plane)
        let frame = try render(source, Self.ramp, path, Self.size)
        #expect(largestDifference(frame.samples(), plane.samples()) <= 3)
    }

    @Test func `What is near passes what is far`() throws {
        // A bright bar stands before a dark wall with a dimmer one.
        let source = try Frame(128, 72) { x, _ in
            (44..<52).contains(x)
                ? (250, 250, 250) : (90..<98).contains(x) ? (120, 120, 120) : (20, 20, 20)
        }
        let depth = DepthMap(
            size: Self.size,
            nearness: (0..<Self.size.area).map { (40..<56).contains($0 % 128) ? 1 : 0 }
        )
        func middles(_ path: CameraPath) throws -> (near: Double, far: Double) {
            let renderer = try ParallaxRenderer(
                source: source,
                depth: depth,
                path: path,
                output: Self.size
            )
            let frame = try Frame(size: Self.size, format: .rgba8)
            renderer.render(at: 0.5, into: frame)
            let row = frame.samples()[36 * 512..<37 * 512]
            func middle(_ range: ClosedRange<UInt8>) -> Double {
                let found = (0..<128).filter { range.contains(row[row.startIndex + $0 * 4]) }
                return Double(found.reduce(0, +)) / Double(max(found.count, 1))
            }
            return (middle(220...255), middle(100...140))
        }
        let left = try middles(.resting([.truck: -0.02]))
        let right = try middles(.resting([.truck: 0.02]))
        // The camera goes right: all goes left, what is near the most.
        #expect(left.near - right.near > left.far - right.far + 1)
        #expect(left.far - right.far > 0)
    }

    @Test func `A large photograph is taken apart at the size of its film`() throws {
        let source = try Frame.smooth(PixelSize(width: 640, height: 360))
        let small = try Frame.smooth(Self.size)
        let frame = try render(source, Self.ramp, .still, Self.size)
        #expect(largestDifference(frame.samples(), small.samples()) <= 6)
    }

    @Test func `The smallest pictures and frames render`() throws {
        for (width, height) in [(1, 1), (2, 1), (1, 7), (3, 3), (17, 5)] {
            let source = try Frame(width, height) { _, _ in (90, 90, 90) }
            let size = PixelSize(width: width, height: height)
            let depth = DepthMap(
                size: size,
                nearness: (0..<size.area).map { Float($0 % 2) }
            )
            for path in [CameraPath.still, .resting([.truck: 0.05, .dolly: 0.2])] {
                for format in [FrameFormat.rgba8, .yuv420p8] {
                    let output = PixelSize(width: 5, height: 3)
                    let frame = try render(source, depth, path, output, format)
                    if format == .rgba8 { #expect(Set(frame.samples()) == [90, 255]) }
                }
            }
        }
    }

    @Test func `A frame is the same whether played or sought`() throws {
        let source = try Frame.noise(128, 72)
        let path = CameraPath.moving(.truck, [CurveKey(0, -0.03), CurveKey(1, 0.03)])
        let renderer = try ParallaxRenderer(
            source: source,
            depth: Self.ramp,
            path: path,
            output: Self.size
        )
        let frame = try Frame(size: Self.size, format: .rgba8)
        renderer.render(at: 0.7, into: frame)
        let sought = frame.samples()
        for time in [0, 0.3, 0.6, 0.7] { renderer.render(at: time, into: frame) }
        #expect(frame.samples() == sought)
    }

    /// Near at the bottom, far at the top.
    private static let ramp = DepthMap(
        size: size,
        nearness: (0..<size.area).map { Float($0 / size.width) / Float(size.height - 1) }
    )

    private func render(
        _ source: Frame,
        _ depth: DepthMap,
        _ path: CameraPath,
        _ size: PixelSize,
        _ format: FrameFormat = .rgba8
    ) throws -> Frame {
        let frame = try Frame(size: size, format: format)
        try ParallaxRenderer(source: source, depth: depth, path: path, output: size)
            .render(at: 0, into: frame)
        return frame
    }
}

extension Frame {
    /// The same soft picture at any size.
    fileprivate static func smooth(_ size: PixelSize) throws -> Frame {
        try Frame(size.width, size.height) { x, y in
            let u = (Double(x) + 0.5) / Double(size.width)
            let v = (Double(y) + 0.5) / Double(size.height)
            return (
                UInt8(128 + 90 * sin(u * 9)), UInt8(128 + 90 * cos(v * 7)),
                UInt8(128 + 90 * sin((u + v) * 5))
            )
        }
    }
}
