import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

struct FrameRateTests {
    private static let size = PixelSize(width: 320, height: 180)

    private func converter(
        _ method: FrameRateMethod,
        _ format: FrameFormat = .rgba8,
        from source: FrameRate = FrameRate(24),
        to target: FrameRate = FrameRate(60),
        count: Int?
    ) throws -> FrameRateConverter {
        try FrameRateConverter(
            method,
            size: Self.size,
            format: format,
            from: source,
            to: target,
            sourceCount: count
        )
    }

    /// A film whose picture moves by `step` pixels a frame, and the picture at any moment.
    private func shifting(_ step: Double, _ format: FrameFormat) throws -> (Double) throws -> Frame
    {
        let source = try Frame.textured(480, 270)
        return { moment in
            // One and a half pixels of the picture for one of the frame; a
            // subject distance is 35/36 of the frame's width.
            let truck = step * moment / (320 * 35 / 36)
            let path = CameraPath.resting([.truck: truck, .focal: 1.5])
            let renderer = try PlaneRenderer(source: source, path: path, output: Self.size)
            let frame = try Frame(size: Self.size, format: format)
            renderer.render(at: 0, into: frame)
            return frame
        }
    }

    @Test(arguments: [
        (FrameRate(24), FrameRate(60), 48, 120), (FrameRate(30), FrameRate(30), 7, 7),
        (FrameRate(60), FrameRate(24), 60, 24), (FrameRate(30000, 1001), FrameRate(25), 30, 25),
    ])
    func `A film is as long as before at its new rate`(
        source: FrameRate,
        target: FrameRate,
        count: Int,
        wanted: Int
    ) throws {
        #expect(
            try converter(.duplicate, from: source, to: target, count: count).frameCount == wanted
        )
    }

    @Test(arguments: [
        (FrameRate(24), FrameRate(60)), (FrameRate(60), FrameRate(24)),
        (FrameRate(25), FrameRate(24)), (FrameRate(60), FrameRate(7)),
        (FrameRate(30000, 1001), FrameRate(25)),
    ])
    func `A film of which only the end is known becomes the same as one that says its length`(
        source: FrameRate,
        target: FrameRate
    ) throws {
        let frames = try (0..<23).map { level in
            try Frame(320, 180) { _, _ in (UInt8(level * 11), 0, 0) }
        }
        let frame = try Frame(size: Self.size, format: .rgba8)
        for count in 0...frames.count {
            let open = try converter(.blend, from: source, to: target, count: nil)
            var shown: [UInt8] = []
            while try open.render(
                FrameIndex(shown.count),
                into: frame,
                reading: { $0.value < count ? frames[$0.value] : nil }
            ) {
                shown.append(frame.samples()[0])
            }
            #expect(open.frameCount == shown.count)
            guard count > 0 else { continue }
            let known = try converter(.blend, from: source, to: target, count: count)
            let wanted = try (0..<(known.frameCount ?? 0)).map { index in
                try known.render(FrameIndex(index), into: frame) { frames[$0.value] }
                return frame.samples()[0]
            }
            #expect(shown == wanted, "\(count) frames")
        }
    }

    @Test(arguments: FrameRateMethod.allCases)
    func `A frame at the time of one of the film's is that one`(method: FrameRateMethod) throws {
        let frames = try (0..<3).map { try Frame.textured(320, 180, seed: UInt64($0)) }
        let converter = try converter(method, from: FrameRate(30), to: FrameRate(60), count: 3)
        let frame = try Frame(size: Self.size, format: .rgba8)
        for (index, wanted) in [(0, 0), (2, 1), (4, 2), (5, 2)] {
            try converter.render(FrameIndex(index), into: frame) { frames[$0.value] }
            #expect(largestDifference(frame.samples(), frames[wanted].samples()) == 0, "\(index)")
        }
    }

    @Test func `Duplicates are the frame shown at the time`() throws {
        let frames = try (0..<4).map { level in
            try Frame(320, 180) { _, _ in (UInt8(level * 50), 0, 0) }
        }
        let converter = try converter(.duplicate, count: 4)
        let frame = try Frame(size: Self.size, format: .rgba8)
        let shown = try (0..<(converter.frameCount ?? 0)).map { index in
            try converter.render(FrameIndex(index), into: frame) { frames[$0.value] }
            return Int(frame.samples()[0]) / 50
        }
        #expect(shown == [0, 0, 0, 1, 1, 2, 2, 2, 3, 3])
    }

    @Test func `A blend lies between its neighbours by their distance`() throws {
        let frames = try [
            Frame(320, 180) { _, _ in (0, 0, 0) }, Frame(320, 180) { _, _ in (200, 100, 50) },
        ]
        let converter = try converter(.blend, count: 2)
        let frame = try Frame(size: Self.size, format: .rgba8)
        try converter.render(FrameIndex(1), into: frame) { frames[$0.value] }
        #expect(Array(frame.samples().prefix(3)) == [80, 40, 20])
    }

    @Test(arguments: [FrameFormat.rgba8, .yuv420p8])
    func `What moves is put where it was at the time`(format: FrameFormat) throws {
        let picture = try shifting(7.3, format)
        let frames = try (0..<3).map { try picture(Double($0)) }
        let converter = try converter(.motion, format, count: 3)
        let frame = try Frame(size: Self.size, format: format)
        for index in [1, 2, 3, 4] {
            try converter.render(FrameIndex(index), into: frame) { frames[$0.value] }
            let truth = try picture(Double(index) * 0.4)
            let found = psnr(frame, truth)
            #expect(found > 36, "frame \(index)")
            let blend = try self.converter(.blend, format, count: 3)
            try blend.render(FrameIndex(index), into: frame) { frames[$0.value] }
            #expect(found > psnr(frame, truth) + 8)
        }
    }

    @Test func `What moves against the rest keeps its own way`() throws {
        // A sheet goes right while the picture goes left.
        let picture = try shifting(5, .rgba8)
        func scene(_ moment: Double) throws -> Frame {
            let frame = try picture(moment)
            frame.paintSheet(left: 60 + Int(moment * 10), top: 50, side: 64)
            return frame
        }
        let frames = try [scene(0), scene(1)]
        let converter = try converter(.motion, from: FrameRate(30), to: FrameRate(60), count: 2)
        let frame = try Frame(size: Self.size, format: .rgba8)
        try converter.render(FrameIndex(1), into: frame) { frames[$0.value] }
        #expect(psnr(frame, try scene(0.5)) > 30)
    }

    @Test func `Across a cut the nearer frame is shown, not a mixture`() throws {
        let frames = try [Frame.textured(320, 180, seed: 1), .textured(320, 180, seed: 2)]
        let converter = try converter(.motion, count: 2)
        let frame = try Frame(size: Self.size, format: .rgba8)
        try converter.render(FrameIndex(1), into: frame) { frames[$0.value] }
        #expect(largestDifference(frame.samples(), frames[0].samples()) == 0)
        try converter.render(FrameIndex(2), into: frame) { frames[$0.value] }
        #expect(largestDifference(frame.samples(), frames[1].samples()) == 0)
    }

    @Test(arguments: [FrameFormat.rgba8, .yuv420p8])
    func `Portable code gives the same bits`(format: FrameFormat) throws {
        let picture = try shifting(3.7, format)
        let (first, second) = (try picture(0), try picture(1))
        let frames = try [false, true].map { isPortable in
            let frame = try Frame(size: Self.size, format: format)
            try FrameBetween(size: Self.size).render(
                0.4,
                from: first,
                number: 0,
                to: second,
                into: frame,
                isPortable: isPortable
            )
            return (0..<format.planeCount).map { frame.samples($0) }
        }
        for (a, b) in zip(frames[0], frames[1]) { #expect(largestDifference(a, b) == 0) }
    }

    @Test(arguments: [PixelSize(width: 16, height: 16), PixelSize(width: 33, height: 21)])
    func `Small and odd frames are made too`(size: PixelSize) throws {
        let (first, second) = (
            try Frame.textured(size.width, size.height), try Frame.textured(size.width, size.height)
        )
        let frame = try Frame(size: size, format: .rgba8)
        try FrameBetween(size: size).render(0.5, from: first, number: 0, to: second, into: frame)
        #expect(largestDifference(frame.samples(), first.samples()) <= 1)
    }

    /// Over the brightness, or all of red, green and blue.
    private func psnr(_ a: Frame, _ b: Frame) -> Double {
        let (x, y) = (a.samples(), b.samples())
        var sum = 0
        for index in x.indices {
            let off = Int(x[index]) - Int(y[index])
            sum += off * off
        }
        return 10 * log10(65025 / max(Double(sum) / Double(x.count), 1e-9))
    }
}

extension Frame {
    /// Paints a patterned square.
    fileprivate func paintSheet(left: Int, top: Int, side: Int) {
        withMutablePlane { pixels, stride in
            for y in top..<top + side {
                for x in left..<left + side {
                    let wave = sin(Double((x - left) * (y - top)) / 90)
                    let level = UInt8(128 + 100 * wave)
                    let pixel = pixels + y * stride + x * 4
                    (pixel[0], pixel[1], pixel[2]) = (level, level, level)
                }
            }
        }
    }
}
