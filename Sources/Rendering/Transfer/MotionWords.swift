import Motion

/// A recovered motion, said to a model that reads.
struct MotionWords {
    let sentence: String

    init(_ channels: MotionChannels) {
        let net = channels.net
        func amount(_ channel: CameraChannel) -> Double { net[channel] ?? 0 }
        var parts: [String] = []
        func say(_ value: Double, _ least: Double, _ more: String, _ less: String) {
            if abs(value) > least { parts.append(value > 0 ? more : less) }
        }
        say(amount(.pan), 1, "pans right", "pans left")
        say(amount(.truck), 0.02, "trucks right", "trucks left")
        say(amount(.tilt), 1, "tilts up", "tilts down")
        say(amount(.pedestal), 0.02, "rises", "sinks")
        say(amount(.roll), 1, "rolls clockwise", "rolls anticlockwise")
        say(amount(.dolly), 0.02, "dollies in", "dollies out")
        say(amount(.focal), 0.03, "zooms in", "zooms out")
        guard let last = parts.popLast() else {
            sentence = "camera holds still, with small movements"
            return
        }
        let list = parts.isEmpty ? last : parts.joined(separator: ", ") + " and " + last
        sentence = "camera " + list
    }
}
