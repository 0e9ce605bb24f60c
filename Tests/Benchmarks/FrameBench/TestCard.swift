import Editorial
import Foundation
import Media

/// A picture with detail of every size, as nature has it, and with hard edges.
enum TestCard {
    /// Noise whose octaves have equal weight by size, with discs and stripes on it.
    static func picture() throws -> Frame {
        let size = PixelSize(width: 1920, height: 1080)
        let frame = try Frame(size: size, format: .rgba8)
        frame.withMutablePlane { pixels, stride in
            // unsafe: every row is written by one thread only.
            nonisolated(unsafe) let pixels = pixels
            DispatchQueue.concurrentPerform(iterations: size.height) { y in
                for x in 0..<size.width {
                    let colour = colour(x, y)
                    let pixel = pixels + y * stride + x * 4
                    for channel in 0..<3 {
                        pixel[channel] = UInt8(min(max(colour[channel], 0), 255))
                    }
                    pixel[3] = 255
                }
            }
        }
        return frame
    }

    private static func colour(_ x: Int, _ y: Int) -> SIMD3<Double> {
        var colour = SIMD3<Double>(repeating: 0)
        for channel in 0..<3 {
            var value = 128.0
            for octave in 0..<9 {
                value += 5 * Double(1 << octave).squareRoot() * noise(x, y, 1 << octave, channel)
            }
            colour[channel] = value
        }
        for disc in 0..<40 {
            let place = (hash(disc, 1, 50) * 1920, hash(disc, 2, 50) * 1080)
            let radius = 10 + 50 * hash(disc, 3, 50)
            let share = min(1, max(0, radius - hypot(Double(x) - place.0, Double(y) - place.1)))
            let paint = SIMD3(hash(disc, 4, 50), hash(disc, 5, 50), hash(disc, 6, 50)) * 255
            colour += (paint - colour) * share
        }
        if (1200..<1700).contains(x), (150..<350).contains(y) {
            colour = SIMD3(repeating: 128 + 100 * sin(Double(x - 1200) * Double(x - 1200) / 700))
        }
        return colour
    }

    /// Noise between -1 and 1 whose grains are `grain` pixels wide.
    private static func noise(_ x: Int, _ y: Int, _ grain: Int, _ channel: Int) -> Double {
        let (column, row) = (x / grain, y / grain)
        let across = smooth(Double(x % grain) / Double(grain))
        let down = smooth(Double(y % grain) / Double(grain))
        // Grains of brightness, and a little of colour.
        func value(_ column: Int, _ row: Int) -> Double {
            hash(column, row, grain) * 1.6 + hash(column, row, grain + 1000 * (channel + 1)) * 0.4
                - 1
        }
        let top = value(column, row) + (value(column + 1, row) - value(column, row)) * across
        let bottom =
            value(column, row + 1) + (value(column + 1, row + 1) - value(column, row + 1)) * across
        return top + (bottom - top) * down
    }

    private static func smooth(_ share: Double) -> Double { share * share * (3 - 2 * share) }

    private static func hash(_ x: Int, _ y: Int, _ salt: Int) -> Double {
        var state = UInt64(
            bitPattern: Int64(x &* 73_856_093 ^ y &* 19_349_663 ^ salt &* 83_492_791)
        )
        state = (state ^ state >> 33) &* 0xff51_afd7_ed55_8ccd
        state = (state ^ state >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return Double((state ^ state >> 33) >> 11) / Double(1 << 53)
    }
}
