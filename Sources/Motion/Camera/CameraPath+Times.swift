package import Editorial
import Foundation

extension CameraPath {
    /// Returns the shot time, 0…1, of one of `count` frames; the last is at 1.
    package static func time(of frame: FrameIndex, count: Int) -> Double {
        guard count > 1 else { return 0 }
        return min(max(Double(frame.value) / Double(count - 1), 0), 1)
    }

    /// Returns the shot time of one of `count` frames of this shot: the last
    /// is at 1, but a loop's last is one frame before, so that no frame shows twice.
    package func time(of frame: FrameIndex, count: Int) -> Double {
        guard loops, count > 0 else { return CameraPath.time(of: frame, count: count) }
        return min(max(Double(frame.value) / Double(count), 0), 1)
    }

    /// Whether the last frame leads into the first.
    package var loops: Bool { timing.loops }

    /// How fast a clip that serves as the picture plays; of the first slot that says so.
    package var clipSpeed: Double {
        layers.lazy.map { pow(max($0.move.clipSpeed, 1e-3), $0.strength) }.first { $0 != 1 } ?? 1
    }

    /// Returns the second of a clip that serves as the picture, at a shot time.
    package func clipSeconds(at time: Double) -> Double {
        timing.clipProgress(at: timing.held(time)) * timing.seconds(at: 1) * clipSpeed
    }

    /// The times at which the move may turn sharply, ascending.
    var turns: [Double] {
        Set(layers.flatMap(\.turns).map(timing.time(at:))).sorted()
    }

    /// The edge policy of the preset that asks for the most, or the wish.
    package var edge: EdgePolicy {
        wishes.edge ?? layers.map(\.move.edge).max() ?? .reframe
    }

    /// Whether a preset means to go beyond the picture, where there is no depth.
    var leavesPicture: Bool { layers.contains { $0.move.edge == .mirror } }

    /// The most that a frame is enlarged to hide the picture's edges.
    package var overscanCap: Double {
        let strongest = layers.map(\.move.edge).max() ?? .reframe
        return layers.filter { $0.move.edge == strongest }.map(\.move.overscanCap).max()
            ?? CameraMove.usualOverscanCap
    }

    /// The need of the preset that owes most to depth.
    package var depthNeed: DepthNeed { layers.map(\.move.depth).max() ?? .none }

    package var isExtreme: Bool { layers.contains(where: \.move.isExtreme) }

    /// A channel along which two presets mainly move, and so swallow each other.
    package var contested: CameraChannel? {
        var seen: Set<CameraChannel> = []
        return layers.compactMap(\.dominant).first { !seen.insert($0).inserted }
    }
}
