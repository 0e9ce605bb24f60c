import Foundation
import Motion

/// What a camera move does most, over the time of a shot.
struct MotionCurve: Equatable {
    private static let samples = 64

    /// The name of the channel that moves most, such as `dolly`.
    let name: String
    /// Its values from the shot's start to its end, evenly apart.
    let values: [Double]

    /// nil when nothing moves.
    init?(_ preset: Preset, strength: Double = 1) {
        // A hand would hide the move's shape.
        let path = CameraPath([(preset: preset, strength: strength)]).steady
        let poses = (0..<Self.samples).map {
            path.pose(at: Double($0) / Double(Self.samples - 1))
        }
        let curves = Self.channels.map { channel in
            let values = poses.map { channel.value($0) }
            let spread = (values.max() ?? 0) - (values.min() ?? 0)
            return (name: channel.name, values: values, weight: spread / channel.full)
        }
        guard let most = curves.max(by: { $0.weight < $1.weight }), most.weight > 1e-6 else {
            return nil
        }
        name = most.name
        values = most.values
    }

    private struct Channel: Sendable {
        let name: String
        /// The change that is felt as much as a full change of any other.
        let full: Double
        let value: @Sendable (CameraPose) -> Double
    }

    private static let channels = [
        Channel(name: "truck", full: 0.5) { $0.truck },
        Channel(name: "pedestal", full: 0.5) { $0.pedestal },
        Channel(name: "dolly", full: 0.5) { $0.dolly },
        Channel(name: "orbit", full: 12) { $0.azimuth },
        Channel(name: "arc", full: 12) { $0.elevation },
        Channel(name: "pan", full: 20) { $0.pan },
        Channel(name: "tilt", full: 20) { $0.tilt },
        Channel(name: "roll", full: 45) { $0.roll },
        Channel(name: "zoom", full: 0.8) { log(max(0.01, $0.focal)) },
        Channel(name: "focus", full: 0.6) { $0.focus },
        Channel(name: "swell", full: 0.8) { $0.distort },
    ]
}
