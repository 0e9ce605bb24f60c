/// A channel's curve in the measure in which strength multiplies and mixing
/// adds, made ready to be read at any time.
enum CurveSampler: Hashable, Sendable {
    case constant(Double)
    case eased([CurveKey])
    case smooth(MonotoneCubic)
    case wave(SineWave)

    /// Is nil for a curve that has no values of its own.
    init?(_ curve: ChannelCurve, of channel: CameraChannel) {
        let measured = curve.mapValues(channel.measure)
        switch measured {
        case .eased(let keys):
            self = measured.isConstant ? .constant(keys.first?.value ?? 0) : .eased(keys)
        case .smooth(let keys):
            guard !keys.isEmpty else { return nil }
            self = .smooth(MonotoneCubic(keys.map { [$0.time, $0.value] }, ends: .atRest))
        case .wave(let wave): self = .wave(wave)
        case .holdingSubject: return nil
        }
    }

    func value(at time: Double) -> Double {
        switch self {
        case .constant(let value): value
        case .eased(let keys): keys.easedValue(at: time)
        case .smooth(let line): line.y(at: time)
        case .wave(let wave): wave.value(at: time)
        }
    }
}

extension ChannelCurve {
    /// The times at which the curve may turn sharply.
    var turns: [Double] {
        switch self {
        case .eased(let keys), .smooth(let keys): keys.map(\.time)
        case .wave(let wave): wave.turns
        case .holdingSubject: []
        }
    }
}
