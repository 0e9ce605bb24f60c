import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

/// Between two codes there is as much of each as the light asks for.
struct GradientTests {
    @Test(arguments: [FrameFormat.rgba8, .yuv420p8])
    func `A slow gradient has no bands`(format: FrameFormat) throws {
        // Eight steps over 1280 pixels: bands of 160, were it not for the dither.
        let source = try Frame(10, 1) { x, _ in
            let code = UInt8(100 + x)
            return (code, code, code)
        }
        let size = PixelSize(width: 1280, height: 96)
        let renderer = try PlaneRenderer(source: source, path: .still, output: size)
        let frame = try Frame(size: size, format: format)
        renderer.render(at: 0, into: frame)
        let samples = frame.samples()
        let step = format == .rgba8 ? 4 : 1
        // The mean of every 32 by 96 pixels rises steadily from its neighbour's.
        let means = (0..<40).map { block in
            let sum = (0..<96).reduce(0) { sum, y in
                sum + (0..<32).reduce(0) { $0 + Int(samples[(y * 1280 + block * 32 + $1) * step]) }
            }
            return Double(sum) / Double(96 * 32)
        }
        let ideal = means.indices.map { index in
            means[4] + (means[35] - means[4]) * Double(index - 4) / 31
        }
        for index in 4..<36 { #expect(abs(means[index] - ideal[index]) < 0.1) }
    }

    @Test func `A level between two codes is dithered to its share, without a pattern`() throws {
        // Two pixels of 120 and 121 light up everything in between.
        let source = try Frame(2, 1) { x, _ in
            let code = UInt8(120 + x)
            return (code, code, code)
        }
        let size = PixelSize(width: 512, height: 256)
        let frame = try Frame(size: size, format: .rgba8)
        try PlaneRenderer(source: source, path: .still, output: size).render(at: 0, into: frame)
        let samples = frame.samples()
        func share(_ columns: Range<Int>) -> Double {
            let count = columns.reduce(0) { count, x in
                count + (0..<256).count { samples[($0 * 512 + x) * 4] == 121 }
            }
            return Double(count) / Double(columns.count * 256)
        }
        #expect(abs(share(240..<272) - 0.5) < 0.03)
        #expect(share(0..<64) < share(192..<224))
        #expect(share(192..<224) < share(288..<320))
        // No row or column has more than its part.
        for row in 0..<32 {
            let ones = (240..<272).count { samples[(row * 512 + $0) * 4] == 121 }
            #expect((8...24).contains(ones))
        }
    }

    @Test func `A film of ten bits is four times as fine as one of eight`() throws {
        let source = try Frame.noise(320, 180)
        let size = PixelSize(width: 214, height: 122)
        let renderer = try PlaneRenderer(source: source, path: .still, output: size)
        let coarse = try Frame(size: size, format: .yuv420p8)
        let fine = try Frame(size: size, format: .yuv420p10)
        renderer.render(at: 0, into: coarse)
        renderer.render(at: 0, into: fine)
        for plane in 0..<3 {
            let (eight, ten) = (coarse.samples(plane), fine.words(plane))
            #expect(eight.count == ten.count)
            // The dither may add up to a step of its own.
            let worst = zip(eight, ten).map { abs(Double($1) / 4 - Double($0)) }.max()
            #expect(try #require(worst) < 1.01)
            #expect(ten.contains { !$0.isMultiple(of: 4) })
            #expect(ten.allSatisfy { $0 < 1024 })
        }
    }

    @Test(arguments: [1.0, 1.5, 2, 4])
    func `A picture of ten bits keeps them when it is made smaller`(reduction: Double) throws {
        let source = try Frame(size: PixelSize(width: 960, height: 96), format: .yuv420p10)
        // R′G′B′ of about 0.62, 0.36, 0.20 at the left, brighter by a code in every eight columns.
        source.fill(0) { x, _ in UInt16(400 + x / 8) }
        source.fill(1) { _, _ in 407 }
        source.fill(2) { _, _ in 640 }
        let size = PixelSize(width: Int(960 / reduction), height: Int(96 / reduction))
        let frame = try Frame(size: size, format: .yuv420p10)
        try PlaneRenderer(source: source, path: .still, output: size).render(at: 0, into: frame)
        let luma = frame.words(0)
        for x in 8..<(size.width - 8) {
            let wanted = 400 + ((Double(x) + 0.5) * reduction - 4) / 8
            for y in 0..<size.height {
                #expect(abs(Double(luma[y * size.width + x]) - wanted) < 1.6, "\(x), \(y)")
            }
        }
        #expect(frame.words(1).allSatisfy { abs(Int($0) - 407) <= 1 })
        #expect(frame.words(2).allSatisfy { abs(Int($0) - 640) <= 1 })
    }

    @Test(arguments: [(UInt8(0), UInt16(64)), (255, 940)])
    func `White and black have their codes in ten bits`(code: UInt8, luma: UInt16) throws {
        let source = try Frame(64, 48) { _, _ in (code, code, code) }
        let size = PixelSize(width: 31, height: 23)
        let frame = try Frame(size: size, format: .yuv420p10)
        try PlaneRenderer(source: source, path: .still, output: size).render(at: 0, into: frame)
        #expect(Set(frame.words(0)) == [luma])
        #expect(Set(frame.words(1)) == [512])
        #expect(Set(frame.words(2)) == [512])
    }
}
