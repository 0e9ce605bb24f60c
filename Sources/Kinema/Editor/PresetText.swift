import Editorial
import Foundation
import Motion

/// The file of a preset that is made from a shot's camera.
///
/// Keys that were set by hand are kept as they are; where presets are mixed in,
/// the whole way is read off at even times.
struct PresetText {
    let id: String
    let name: String
    let draft: Draft
    let presets: PresetLibrary

    /// At how many moments a mixed way is read off.
    private static let samples = 17

    var yaml: String {
        let moves = draft.motions.filter { presets[$0.preset]?.category != .look }
        let lanes = moves.isEmpty ? handLanes : sampledLanes
        let seconds = min(600, max(0.1, draft.duration.seconds))
        let usesRelief = lanes.contains { Self.relief.contains($0.channel) }
        return """
            version: 1
            kind: camera

            id: \(id)
            name: \(Self.quoted(name))
            group: Mine
            tags: [mine]
            for: \(Self.quoted("Made from the camera of a shot of \(Self.number(seconds)) s."))
            seconds: [\(Self.number(max(0.1, seconds / 2))), \(Self.number(seconds)), \
            \(Self.number(min(600, seconds * 2)))]

            keys:
            \(lanes.map(\.text).joined(separator: "\n"))

            depth: \(usesRelief ? "helps" : "none")

            """
    }

    private struct Lane {
        let channel: CameraChannel
        let text: String
    }

    private static let relief: Set<CameraChannel> = [
        .truck, .pedestal, .dolly, .azimuth, .elevation,
    ]

    private var handLanes: [Lane] {
        let last = Double(max(1, draft.frameCount - 1))
        return CameraChannel.allCases.compactMap { channel in
            let rows = draft.camera[channel.rawValue]
                .map { (time: Double($0.frame.value) / last, key: $0) }
                .filter { $0.time <= 1 }
                .map { "[\(Self.number($0.time)), \(value($0.key, of: channel))\(ease($0.key))]" }
            return rows.isEmpty ? nil : lane(channel, rows: rows, isSmooth: false)
        }
    }

    private func value(_ key: HandKey, of channel: CameraChannel) -> String {
        Self.number(min(max(key.value, channel.range.lowerBound), channel.range.upperBound))
    }

    private func ease(_ key: HandKey) -> String {
        key.easing.flatMap { Easing(name: $0) == nil ? nil : ", \($0)" } ?? ""
    }

    private var sampledLanes: [Lane] {
        let path = ShotDirection(draft, in: presets).camera.steady
        let times = (0..<Self.samples).map { Double($0) / Double(Self.samples - 1) }
        let poses = times.map { path.pose(at: $0) }
        return Self.readings.compactMap { channel, read in
            let values = poses.map { read($0) }
            guard values.contains(where: { abs($0 - channel.neutral) > 1e-6 }) else { return nil }
            let rows = zip(times, values).map { time, value in
                let held = min(max(value, channel.range.lowerBound), channel.range.upperBound)
                return "[\(Self.number(time)), \(Self.number(held))]"
            }
            return lane(channel, rows: rows, isSmooth: true)
        }
    }

    private static let readings: [(CameraChannel, @Sendable (CameraPose) -> Double)] = [
        (.truck, { $0.truck }), (.pedestal, { $0.pedestal }), (.dolly, { $0.dolly }),
        (.azimuth, { $0.azimuth }), (.elevation, { $0.elevation }), (.pan, { $0.pan }),
        (.tilt, { $0.tilt }), (.roll, { $0.roll }), (.focal, { $0.focal }),
        (.distort, { $0.distort }),
    ]

    private func lane(_ channel: CameraChannel, rows: [String], isSmooth: Bool) -> Lane {
        let smooth = isSmooth ? "\n    smooth: true" : ""
        let keys = rows.map { "      - \($0)" }.joined(separator: "\n")
        let text = "  \(channel.rawValue):\(smooth)\n    at:\n\(keys)"
        return Lane(channel: channel, text: text)
    }

    /// A number with up to four decimals, without an exponent.
    private static func number(_ value: Double) -> String {
        let text = String(format: "%.4f", value)
        let short = text.replacing(/0+$/, with: "")
        return short.hasSuffix(".") ? String(short.dropLast()) : short
    }

    /// A text as YAML's double quotes take it.
    static func quoted(_ text: String) -> String {
        let escaped = text.flatMap { character -> [Character] in
            character == "\"" || character == "\\" ? ["\\", character] : [character]
        }
        return "\"\(String(escaped))\""
    }
}
