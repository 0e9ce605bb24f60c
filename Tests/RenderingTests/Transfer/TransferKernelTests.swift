import CRenderKernels
import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

/// The kernels, held against the same worked out in plain Swift.
struct TransferKernelTests {
    private let width = 48
    private let height = 32

    private func noise(seed: UInt64) throws -> [UInt8] {
        let frame = try Frame.noise(width, height, seed: seed)
        let samples = frame.samples()
        return stride(from: 0, to: samples.count, by: 4).map { samples[$0] }
    }

    @Test func `A softened picture is the sum of its neighbours by 1 2 1`() throws {
        let bytes = try noise(seed: 3)
        var soft = [UInt16](repeating: 0, count: bytes.count)
        transfer_soften(bytes, width, Int32(width), Int32(height), &soft)
        for y in 0..<height {
            for x in 0..<width {
                var sum = 0
                for (dy, tall) in [(-1, 1), (0, 2), (1, 1)] {
                    for (dx, wide) in [(-1, 1), (0, 2), (1, 1)] {
                        let row = min(max(y + dy, 0), height - 1)
                        let column = min(max(x + dx, 0), width - 1)
                        sum += tall * wide * Int(bytes[row * width + column])
                    }
                }
                #expect(Int(soft[y * width + x]) == sum)
            }
        }
    }

    /// Where nothing but one motion is chosen, a frame between is both frames
    /// read at places a fraction of a pixel off.
    @Test(arguments: [(0.4, 21, -13, 128), (0.25, -40, 7, 0), (0.8, 3, 90, 256)])
    func `A frame between is what a Lanczos filter reads from both`(
        time: Double,
        x: Int,
        y: Int,
        later: Int
    ) throws {
        let (first, second) = (try noise(seed: 1), try noise(seed: 2))
        let (columns, rows) = (width / 8, height / 8)
        let choice = transfer_choice(
            x: Int16(x),
            y: Int16(y),
            earlier: Int16(256 - later),
            later: Int16(later)
        )
        let choices = Array(repeating: choice, count: columns * rows)
        let result = try blended(first, second, choices, columns, time)
        let back = (rounded(-Double(x) * time), rounded(-Double(y) * time))
        let on = (rounded(Double(x) * (1 - time)), rounded(Double(y) * (1 - time)))
        for row in 0..<height {
            for column in 0..<width {
                let a = lanczos(first, column * 16 + back.0, row * 16 + back.1)
                let b = lanczos(second, column * 16 + on.0, row * 16 + on.1)
                let wanted = (a * Double(256 - later) + b * Double(later)) / 256
                let found = Double(result[row * width + column])
                #expect(abs(found - min(max(wanted, 0), 255)) < 1)
            }
        }
    }

    private func blended(
        _ first: [UInt8],
        _ second: [UInt8],
        _ choices: [transfer_choice],
        _ columns: Int,
        _ time: Double
    ) throws -> [UInt8] {
        var result = [UInt8](repeating: 0, count: first.count)
        try first.withUnsafeBufferPointer { first in
            try second.withUnsafeBufferPointer { second in
                try choices.withUnsafeBufferPointer { choices in
                    try result.withUnsafeMutableBufferPointer { result in
                        var blend = transfer_blend(
                            earlier: try #require(first.baseAddress),
                            later: try #require(second.baseAddress),
                            result: try #require(result.baseAddress),
                            earlier_stride: width,
                            later_stride: width,
                            result_stride: width,
                            width: Int32(width),
                            height: Int32(height),
                            step: 1,
                            cell: 8,
                            choices: try #require(choices.baseAddress),
                            columns: Int32(columns),
                            rows: Int32(choices.count / columns),
                            time: time,
                            portable: 0
                        )
                        for row in 0...blend.rows { transfer_blend_tiles(&blend, row) }
                    }
                }
            }
        }
        return result
    }

    /// In 16ths of a pixel, halves to even as the kernel's.
    private func rounded(_ value: Double) -> Int { Int(value.rounded(.toNearestOrEven)) }

    private func lanczos(_ bytes: [UInt8], _ x: Int, _ y: Int) -> Double {
        let (across, down) = (weights(x & 15), weights(y & 15))
        var sum = 0.0
        for j in 0..<6 {
            let row = min(max((y >> 4) - 2 + j, 0), height - 1)
            for i in 0..<6 {
                let column = min(max((x >> 4) - 2 + i, 0), width - 1)
                sum += across[i] * down[j] * Double(bytes[row * width + column])
            }
        }
        return sum
    }

    private func weights(_ phase: Int) -> [Double] {
        func sinc(_ x: Double) -> Double { x == 0 ? 1 : sin(.pi * x) / (.pi * x) }
        let raw = (-2...3).map { place in
            let x = Double(place) - Double(phase) / 16
            return abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0
        }
        return raw.map { $0 / raw.reduce(0, +) }
    }

    @Test func `A block is found where no other place fits better`() throws {
        let size = PixelSize(width: 320, height: 240)
        let (from, to) = (try MotionPyramid(size: size), try MotionPyramid(size: size))
        let source = try Frame.textured(352, 272)
        from.fill(try source.cropped(to: size, x: 10, y: 12))
        to.fill(try source.cropped(to: size, x: 15, y: 9))
        let field = MotionField(from.levels)
        field.search(from: from, to: to)
        // Blocks whose way ends inside; the picture went left by 5 and down by 3.
        for row in 1..<field.rows - 2 {
            for column in 2..<field.columns - 2 {
                let vector = field.vectors[row * field.columns + column]
                let off = max(abs(Int(vector.x) + 80), abs(Int(vector.y) - 48))
                #expect(off <= 2, "\(column), \(row): \(vector.x), \(vector.y)")
            }
        }
    }

    @Test(arguments: [(4, 0.0), (6, 0.0), (8, 2e-5)])
    func `A map is found though a third of the matches say otherwise`(
        freedom: Int,
        lean: Double
    ) throws {
        let truth = Homography([1.02, -0.03, 7, 0.03, 1.02, -4, lean, -lean, 1]).unit
        let size = PixelSize(width: 640, height: 360)
        let matches = (0..<400).map { index in
            let x = Double(index % 25) * 26
            let y = Double(index / 25) * 23
            let to = truth.map(x: x, y: y)
            // A sheet in the middle goes its own way.
            let isAstray = (8..<17).contains(index % 25) && (2..<14).contains(index / 25)
            return transfer_match(
                x: x,
                y: y,
                u: isAstray ? x + 25 : to.x,
                v: isAstray ? y + 3 : to.y,
                weight: 1
            )
        }
        let fit = try #require(
            fitted(matches, to: nil, size: size, freedom: freedom, grain: 0.05)
        )
        for (x, y) in [(0.0, 0.0), (640, 0), (320, 180), (640, 360)] {
            let (found, wanted) = (fit.map.map(x: x, y: y), truth.map(x: x, y: y))
            #expect(hypot(found.x - wanted.x, found.y - wanted.y) < 0.05)
        }
        #expect(abs(fit.report.share - 292.0 / 400) < 0.05)
    }

    @Test func `Too few matches, and matches that are no numbers, make no map`() {
        let size = PixelSize(width: 64, height: 64)
        let few = [transfer_match(x: 1, y: 1, u: 2, v: 2, weight: 1)]
        #expect(fitted(few, to: nil, size: size, freedom: 4, grain: 0.1) == nil)
        let wild = (0..<50).map { index in
            transfer_match(x: Double(index), y: 1, u: .nan, v: .infinity, weight: 1)
        }
        #expect(fitted(wild, to: nil, size: size, freedom: 8, grain: 0.1) == nil)
        #expect(fitted([], to: nil, size: size, freedom: 4, grain: 0.1) == nil)
    }
}

extension Frame {
    /// A part of the picture.
    fileprivate func cropped(to size: PixelSize, x: Int, y: Int) throws -> Frame {
        let samples = samples()
        let width = self.size.width
        return try Frame(size.width, size.height) { column, row in
            let place = ((y + row) * width + x + column) * 4
            return (samples[place], samples[place + 1], samples[place + 2])
        }
    }
}
