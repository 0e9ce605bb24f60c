import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

/// The kernel that filters rows and columns apart, held against plain Swift.
struct StraightReferenceTests {
    /// Pictures of the same frame, from a fifth of its size to twice it.
    @Test(arguments: [(90, 51), (160, 90), (300, 169), (360, 203), (410, 231), (520, 293)])
    func `A frame is the picture filtered down and then across, without a ring`(
        width: Int,
        height: Int
    ) throws {
        let source = try Frame.noise(width, height)
        let size = PixelSize(width: 261, height: 147)
        for path in [CameraPath.still, .resting([.dolly: 0.07, .truck: 0.02, .pedestal: 0.01])] {
            let renderer = try PlaneRenderer(source: source, path: path, output: size)
            let frame = try Frame(size: size, format: .rgba8)
            renderer.render(at: 0, into: frame)
            let reference = StraightReference(source, renderer.framing.homography(at: 0))
            let worst = reference.largestDifference(to: frame)
            // The dither may go up to a whole step either way.
            #expect(worst < 1.2)
        }
    }
}

/// A picture filtered along one axis after the other, in Doubles.
private struct StraightReference {
    private let source: PixelSize
    private let light: [Double]
    private let map: Homography

    init(_ frame: Frame, _ map: Homography) {
        source = frame.size
        let table = (0...255).map { linear(UInt8($0)) }
        light = frame.samples().map { table[Int($0)] }
        self.map = map
    }

    func largestDifference(to frame: Frame) -> Double {
        let samples = frame.samples()
        let (m, size) = (map.values, frame.size)
        let across = (0..<size.width).map { Taps(m[0] / m[8], m[2] / m[8], at: $0) }
        let down = (0..<size.height).map { Taps(m[4] / m[8], m[5] / m[8], at: $0) }
        var worst = 0.0
        for y in stride(from: 0, to: size.height, by: 7) {
            let rows = (0..<source.width * 3).map { place in
                let (x, channel) = (place / 3, place % 3)
                return down[y].value { row in
                    let inside = min(max(row, 0), source.height - 1)
                    return light[(inside * source.width + x) * 4 + channel]
                }
            }
            for x in 0..<size.width {
                for channel in 0..<3 {
                    let value = across[x].value { column in
                        rows[min(max(column, 0), source.width - 1) * 3 + channel]
                    }
                    let found = Double(samples[(y * size.width + x) * 4 + channel])
                    worst = max(worst, abs(found - Self.code(value)))
                }
            }
        }
        return worst
    }

    private static func code(_ value: Double) -> Double {
        255 * (value <= 0.003_130_8 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055)
    }
}

/// What one pixel is made of along one axis.
private struct Taps {
    private let first: Int
    private let own: Int
    private let rings: Bool
    private let weights: [Double]

    init(_ scale: Double, _ offset: Double, at pixel: Int) {
        let centre = scale * (Double(pixel) + 0.5) + offset - 0.5
        let width = max(scale, 1)
        let softness = min((width - 1) / 0.15, 1)
        let count = Int(((softness < 1 ? 4 : 3) * width - 1e-6).rounded(.up))
        rings = softness < 1
        own = Int((centre + (count.isMultiple(of: 2) ? 1e-6 : 0.5)).rounded(.down))
        let first = own - (count - 1) / 2
        self.first = first
        var weights = (0..<count).map { tap in
            let place = abs(Double(first + tap) - centre) / width
            return Self.cubic(place) * (1 - softness) + Self.quadratic(place) * softness
        }
        let total = weights.reduce(0, +)
        weights = weights.map { $0 / total }
        let moment = weights.enumerated().reduce(0) {
            $0 + $1.element * (Double(first + $1.offset) - centre)
        }
        weights[own - first - 1] += moment / 2
        weights[own - first + 1] -= moment / 2
        self.weights = weights
    }

    /// Returns the filtered value, held near what lies around its place when
    /// the filter is so sharp that it rings.
    func value(_ sample: (Int) -> Double) -> Double {
        var sum = 0.0
        for (index, weight) in weights.enumerated() where abs(weight) > 1e-9 {
            sum += weight * sample(first + index)
        }
        if rings {
            let before = weights.count.isMultiple(of: 2) ? own : own - 1
            let beside = (before...own + 1).map(sample)
            let (low, high) = (beside.min() ?? 0, beside.max() ?? 1)
            sum = min(max(sum, low * 7 / 8), high * 9 / 8)
        }
        return min(max(sum, 0), 1)
    }

    private static func cubic(_ x: Double) -> Double {
        if x >= 2 { return 0 }
        return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2
    }

    private static func quadratic(_ x: Double) -> Double {
        if x >= 1.5 { return 0 }
        return x < 0.5 ? -1.7 * x * x + 0.925 : 0.85 * x * x - 2.2 * x + 1.387_5
    }
}
