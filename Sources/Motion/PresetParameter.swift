/// A number of a preset that a person may turn.
package struct PresetParameter: Hashable, Sendable {
    /// Such as `distance`.
    package var name: String
    /// The channels it scales together.
    package var channels: [CameraChannel]
    package var range: ClosedRange<Double>
    /// As the preset is written: the furthest that its first channel goes from rest.
    package var standard: Double

    package init(
        name: String,
        channels: [CameraChannel],
        range: ClosedRange<Double>,
        standard: Double
    ) {
        self.name = name
        self.channels = channels
        self.range = range
        self.standard = standard
    }

    /// What the range counts.
    package var unit: String { channels.first?.unit ?? "" }
}

extension Preset {
    /// Returns the preset with some of its parameters turned; names that it
    /// does not have are left out, values are held to their ranges.
    package func adjusted(_ values: [String: Double]) -> Preset {
        var preset = self
        for parameter in parameters {
            guard let value = values[parameter.name], let first = parameter.channels.first,
                value.isFinite, parameter.standard != first.neutral
            else { continue }
            let wanted = first.measure(value.clamped(to: parameter.range))
            let factor = wanted / first.measure(parameter.standard)
            preset.camera.scale(parameter.channels, by: factor)
        }
        return preset
    }
}

extension CameraMove {
    /// Scales some channels, and those of a flat version that has them.
    fileprivate mutating func scale(_ channels: [CameraChannel], by factor: Double) {
        for channel in channels {
            curves[channel] = curves[channel]?.scaled(by: factor, in: channel)
        }
        guard case .curves(let flat) = flat else { return }
        // Its curves stand for the whole move, whatever channels it has.
        self.flat = .curves(
            Dictionary(
                uniqueKeysWithValues: flat.map { ($0, $1.scaled(by: factor, in: $0)) }
            )
        )
    }
}

extension ChannelCurve {
    /// Returns the curve going further from neutral by a factor, in the channel's measure.
    func scaled(by factor: Double, in channel: CameraChannel) -> ChannelCurve {
        guard case .wave(var wave) = self else {
            return mapValues { channel.value(measured: channel.measure($0) * factor) }
        }
        wave.amplitude *= factor
        return .wave(wave)
    }

    /// Returns the value furthest from neutral, in the channel's unit.
    func peak(in channel: CameraChannel) -> Double {
        switch self {
        case .eased(let keys), .smooth(let keys):
            let values = keys.map(\.value)
            // Of two as far, the positive one.
            return values.max {
                (abs(channel.measure($0)), $0) < (abs(channel.measure($1)), $1)
            } ?? channel.neutral
        case .wave(let wave): return channel.value(measured: wave.amplitude)
        case .holdingSubject(let share): return share
        }
    }
}
