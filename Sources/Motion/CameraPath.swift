package import Editorial

/// The camera's way through a shot: up to three presets, each at its strength, as one.
package struct CameraPath: Hashable, Sendable {
    /// As many presets as one shot mixes; any further are left out.
    package static let maximumCount = 3
    /// A camera that does not move.
    package static let still = CameraPath([])

    private let layers: [CameraLayer]

    /// Mixes presets in the order of their slots; strengths are held to 0…1.
    package init(_ motions: [(preset: Preset, strength: Double)]) {
        layers = motions.prefix(CameraPath.maximumCount).compactMap {
            CameraLayer($0.preset, strength: $0.strength)
        }
    }

    /// Mixes what a draft chose; ids that the library does not have are left out.
    package init(_ choices: [MotionChoice], in library: PresetLibrary) {
        self.init(
            choices.compactMap { choice in
                library[choice.preset].map { (preset: $0, strength: choice.strength) }
            }
        )
    }

    /// Returns the shot time, 0…1, of one of `count` frames; the last is at 1.
    package static func time(of frame: FrameIndex, count: Int) -> Double {
        guard count > 1 else { return 0 }
        return min(max(Double(frame.value) / Double(count - 1), 0), 1)
    }

    /// Returns the pose at a shot time, which is held to 0…1.
    package func pose(at time: Double) -> CameraPose {
        let time = time > 0 ? min(time, 1) : 0
        var pose = CameraPose.neutral
        for channel in CameraChannel.allCases {
            let amounts = layers.map { $0.amount(of: channel, at: time) }
            let mixed = channel == .aim ? amounts.max() ?? 0 : amounts.reduce(0, +)
            pose[keyPath: channel.member] = channel.value(measured: mixed)
        }
        pose.dolly = min(pose.dolly, CameraChannel.dolly.range.upperBound)
        for channel in [CameraChannel.azimuth, .focal, .aim] {
            let value = pose[keyPath: channel.member]
            pose[keyPath: channel.member] =
                min(max(value, channel.range.lowerBound), channel.range.upperBound)
        }
        return pose
    }

    /// The times at which the move may turn sharply, ascending.
    var turns: [Double] {
        Set(layers.flatMap(\.turns)).sorted()
    }
}

/// One preset of a mix.
///
/// Its curves are in the channels' own measure, where neutral is 0, strength
/// multiplies and mixing adds.
private struct CameraLayer: Hashable, Sendable {
    private let curves: [CameraChannel: ChannelCurve]
    private let strength: Double

    /// Is nil at strength 0, so that nothing of the preset is left, its aim included.
    init?(_ preset: Preset, strength: Double) {
        guard strength > 0 else { return nil }
        self.strength = min(strength, 1)
        curves = Dictionary(
            uniqueKeysWithValues: preset.curves.map { channel, curve in
                (channel, curve.mapValues(channel.measure))
            }
        )
    }

    var turns: [Double] { curves.values.flatMap(\.times) }

    func amount(of channel: CameraChannel, at time: Double) -> Double {
        guard let curve = curves[channel] else { return 0 }
        // Strength never changes what the camera looks at, only how far it moves.
        return curve.value(at: time) * (channel == .aim ? 1 : strength)
    }
}
