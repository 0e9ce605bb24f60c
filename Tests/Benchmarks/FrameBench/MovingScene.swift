import Editorial
import Foundation
import Media
import Motion
import Rendering

/// A picture before a camera that pans, rolls and zooms with a hand's tremble,
/// and a disc that goes its own way.
struct MovingScene {
    private static let seconds = 2.0
    private static let radius = 90.0

    private let renderer: PlaneRenderer

    init(size: PixelSize) throws {
        let curves: [CameraChannel: ChannelCurve] = [
            .pan: .smooth([CurveKey(0, -2), CurveKey(0.4, 0.5), CurveKey(1, 2.5)]),
            .tilt: .smooth([
                CurveKey(0, 0.4), CurveKey(0.2, 0.1), CurveKey(0.35, 0.3), CurveKey(0.6, -0.3),
                CurveKey(0.8, 0), CurveKey(1, -0.5),
            ]),
            .roll: .smooth([CurveKey(0, -1.5), CurveKey(0.6, 1), CurveKey(1, 1.5)]),
            .focal: .smooth([CurveKey(0, 1.05), CurveKey(1, 1.25)]),
        ]
        let preset = Preset(id: "bench", name: "Bench", curves: curves)
        renderer = try PlaneRenderer(
            source: try TestCard.picture(),
            path: CameraPath([(preset: preset, strength: 1)]),
            output: size
        )
    }

    /// Returns what the camera sees, as yuv420p8.
    func frame(at seconds: Double) throws -> Frame {
        let time = min(1, seconds / Self.seconds)
        let frame = try Frame(size: renderer.framing.output, format: .yuv420p8)
        renderer.render(at: time, into: frame)
        paintDisc(on: frame, at: time)
        return frame
    }

    /// Brightness alone, with an edge of one pixel.
    private func paintDisc(on frame: Frame, at time: Double) {
        let size = frame.size
        let centre = (
            x: (0.15 + 0.6 * time) * Double(size.width),
            y: (0.3 + 0.3 * sin(time * 3)) * Double(size.height)
        )
        frame.withMutablePlane(0) { pixels, stride in
            for y in 0..<size.height {
                for x in 0..<size.width {
                    let (dx, dy) = (Double(x) - centre.x, Double(y) - centre.y)
                    let share = min(1, max(0, Self.radius - hypot(dx, dy) + 0.5))
                    guard share > 0 else { continue }
                    let level = 128 + 60 * sin(dx / 9) * cos(dy / 7)
                    let pixel = pixels + y * stride + x
                    pixel.pointee = UInt8(Double(pixel.pointee) * (1 - share) + level * share)
                }
            }
        }
    }
}
