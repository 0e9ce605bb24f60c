import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

/// The kernel, held against the same picture worked out in plain Swift.
struct PlaneReferenceTests {
    @Test(arguments: [
        CameraPath.resting([.pan: -6, .tilt: 3]), .resting([.azimuth: 9, .roll: 4]),
        .resting([.roll: 45, .focal: 1.3]),
    ])
    func `An enlarged frame is the picture's Catmull-Rom surface in linear light`(
        path: CameraPath
    ) throws {
        let source = try Frame.noise(160, 90)
        let size = PixelSize(width: 261, height: 147)
        let renderer = try PlaneRenderer(source: source, path: path, output: size)
        let frame = try Frame(size: size, format: .rgba8)
        renderer.render(at: 0, into: frame)
        let samples = frame.samples()
        let surface = Surface(source)
        let map = renderer.framing.homography(at: 0)
        var worst = 0.0
        for y in stride(from: 0, to: size.height, by: 3) {
            for x in stride(from: 0, to: size.width, by: 2) {
                let place = map.map(x: Double(x) + 0.5, y: Double(y) + 0.5)
                for channel in 0..<3 {
                    let expected = surface.code(channel, place.x, place.y)
                    let found = Double(samples[(y * size.width + x) * 4 + channel])
                    worst = max(worst, abs(found - expected))
                }
            }
        }
        // The dither may go up to a whole step either way, and a position told to
        // 1/512 of a pixel is worth another where black meets white.
        #expect(worst < 2)
    }
}

/// A picture between its pixels.
private struct Surface {
    private let size: PixelSize
    private let light: [Double]

    init(_ frame: Frame) {
        size = frame.size
        let table = (0...255).map { linear(UInt8($0)) }
        light = frame.samples().map { table[Int($0)] }
    }

    /// Returns the sRGB code, not rounded, at a place in pixels.
    func code(_ channel: Int, _ x: Double, _ y: Double) -> Double {
        let (column, row) = ((x - 0.5).rounded(.down), (y - 0.5).rounded(.down))
        let (across, down) = (Self.weights(x - 0.5 - column), Self.weights(y - 0.5 - row))
        var sum = 0.0
        for j in 0..<4 {
            let at = min(max(Int(row) - 1 + j, 0), size.height - 1)
            for i in 0..<4 {
                let place = min(max(Int(column) - 1 + i, 0), size.width - 1)
                sum += across[i] * down[j] * light[(at * size.width + place) * 4 + channel]
            }
        }
        let value = min(max(sum, 0), 1)
        return 255 * (value <= 0.003_130_8 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055)
    }

    private static func weights(_ t: Double) -> [Double] {
        [
            ((-0.5 * t + 1) * t - 0.5) * t, (1.5 * t - 2.5) * t * t + 1,
            ((-1.5 * t + 2) * t + 0.5) * t, (0.5 * t - 0.5) * t * t,
        ]
    }
}
