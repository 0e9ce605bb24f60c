import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

struct PlaneRendererTests {
    @Test func `A camera at rest gives the picture back to the bit`() throws {
        let source = try Frame.noise(330, 190)
        let frame = try render(source, .still, PixelSize(width: 330, height: 190))
        #expect(frame.samples() == source.samples())
    }

    @Test(arguments: [2, 3, 4, 6])
    func `A checkerboard of single pixels turns into the grey of its light`(times: Int) throws {
        let source = try Frame(96 * times, 64 * times) { x, y in
            (x + y) % 2 == 0 ? (255, 255, 255) : (0, 0, 0)
        }
        let frame = try render(source, .still, PixelSize(width: 96, height: 64))
        let samples = frame.samples()
        // At the edge the board does not go on, and neither does its mean.
        for row in 4..<60 {
            for column in 4..<92 {
                #expect(abs(Int(samples[(row * 96 + column) * 4]) - 188) <= 1)
            }
        }
    }

    @Test func `A flat colour stays flat through any move`() throws {
        let source = try Frame(320, 200) { _, _ in (201, 17, 96) }
        for path in Self.poses {
            let frame = try render(source, path, PixelSize(width: 161, height: 91))
            let samples = frame.samples()
            for pixel in stride(from: 0, to: samples.count, by: 4) {
                #expect(Array(samples[pixel..<pixel + 4]) == [201, 17, 96, 255])
            }
        }
    }

    @Test(arguments: [FrameFormat.rgba8, .yuv420p8, .yuv420p10])
    func `Neither bands nor the processor's wide instructions change a bit`(
        format: FrameFormat
    ) throws {
        let source = try Frame.noise(640, 400)
        for path in Self.poses {
            let size = PixelSize(width: 259, height: 147)
            let renderer = try PlaneRenderer(source: source, path: path, output: size)
            let reference = try Frame(size: size, format: format)
            renderer.render(at: 0, into: reference)
            for (rows, isPortable) in [(2, false), (34, false), (1_000, false), (16, true)] {
                let frame = try Frame(size: size, format: format)
                let how = RowBands(height: rows, isPortable: isPortable)
                renderer.render(mean: [0], isCoarse: false, into: frame, how: how)
                for plane in 0..<format.planeCount {
                    #expect(frame.samples(plane) == reference.samples(plane))
                }
            }
        }
    }

    @Test func `Film and preview show the same colours`() throws {
        let size = PixelSize(width: 240, height: 134)
        let source = try Frame(480, 268) { x, y in
            (
                UInt8(128 + 127 * sin(Double(x) / 50)), UInt8(128 + 127 * cos(Double(y) / 40)),
                UInt8(128 + 100 * sin(Double(x + y) / 60))
            )
        }
        let path = CameraPath.resting([.pan: 3, .roll: 2])
        let preview = try render(source, path, size).samples()
        let film = try render(source, path, size, .yuv420p8)
        let (luma, blue, red) = (film.samples(0), film.samples(1), film.samples(2))
        var worst = (luma: 0.0, chroma: 0.0)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let pixel = Yuv(preview, at: y * size.width + x)
                worst.luma = max(worst.luma, abs(pixel.y - Double(luma[y * size.width + x])))
                guard x % 2 == 0, y % 2 == 0 else { continue }
                let below = Yuv(preview, at: (y + 1) * size.width + x)
                let at = y / 2 * size.width / 2 + x / 2
                worst.chroma = max(
                    worst.chroma,
                    abs((pixel.blue + below.blue) / 2 - Double(blue[at])),
                    abs((pixel.red + below.red) / 2 - Double(red[at]))
                )
            }
        }
        #expect(worst.luma < 2)
        #expect(worst.chroma < 2.5)
    }

    @Test func `White, black and grey have their codes in film`() throws {
        for (code, luma) in [(UInt8(0), UInt8(16)), (255, 235)] {
            let source = try Frame(64, 48) { _, _ in (code, code, code) }
            let film = try render(source, .still, PixelSize(width: 31, height: 23), .yuv420p8)
            #expect(Set(film.samples(0)) == [luma])
            #expect(Set(film.samples(1)) == [128])
            #expect(Set(film.samples(2)) == [128])
        }
    }

    @Test func `What is transparent is black`() throws {
        let source = try Frame(32, 32) { _, _ in (200, 100, 50) }
        source.withMutablePlane { pixels, stride in
            for row in 0..<32 {
                for column in 0..<32 { pixels[row * stride + column * 4 + 3] = 0 }
            }
        }
        let frame = try render(source, .still, PixelSize(width: 32, height: 32))
        #expect(Set(frame.samples()) == [0, 255])
    }

    @Test func `The smallest pictures and frames render`() throws {
        for (width, height) in [(1, 1), (2, 1), (1, 7), (3, 3)] {
            let source = try Frame(width, height) { _, _ in (90, 90, 90) }
            for path in Self.poses {
                let frame = try render(source, path, PixelSize(width: 5, height: 3), .rgba8)
                #expect(Set(frame.samples()) == [90, 255])
                _ = try render(source, path, PixelSize(width: 5, height: 3), .yuv420p8)
            }
        }
    }

    @Test func `Only the sizes that a shot needs are made`() {
        #expect(PlanePyramid.steps(for: 1...1) == [1])
        #expect(PlanePyramid.steps(for: 0.4...1.1) == [1])
        #expect(PlanePyramid.steps(for: 4...4) == [4])
        #expect(PlanePyramid.steps(for: 4...4.41) == [4.2])
        #expect(PlanePyramid.steps(for: 0.5...1.25) == [1, 1.25])
        #expect(PlanePyramid.steps(for: 2...4).count == 4)
    }

    private static let poses: [CameraPath] = [
        .still, .resting([.truck: 0.08, .dolly: 0.1]), .resting([.focal: 3]), .resting([.pan: 5]),
        .resting([.azimuth: -8, .elevation: 4]),
        .resting([.roll: 12, .dolly: 0.3]), .resting([.focal: 6, .tilt: 2]),
    ]

    private func render(
        _ source: Frame,
        _ path: CameraPath,
        _ size: PixelSize,
        _ format: FrameFormat = .rgba8
    ) throws -> Frame {
        let frame = try Frame(size: size, format: format)
        try PlaneRenderer(source: source, path: path, output: size).render(at: 0, into: frame)
        return frame
    }
}

/// A pixel in BT.709 Y'CbCr of limited range, not rounded.
private struct Yuv {
    let y: Double
    let blue: Double
    let red: Double

    init(_ rgba: [UInt8], at pixel: Int) {
        let r = Double(rgba[pixel * 4]) / 255
        let g = Double(rgba[pixel * 4 + 1]) / 255
        let b = Double(rgba[pixel * 4 + 2]) / 255
        let luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
        y = 16 + 219 * luma
        blue = 128 + 224 * (b - luma) / 1.8556
        red = 128 + 224 * (r - luma) / 1.5748
    }
}
