/// What a preset does with one channel over the shot's time, 0…1.
package enum ChannelCurve: Hashable, Sendable {
    /// Keys that easings connect; flat before the first and after the last.
    case eased([CurveKey])
    /// Keys that one smooth line runs through without overshooting, at rest at both ends.
    case smooth([CurveKey])
    case wave(SineWave)
    /// For focal: the lens opens as the camera comes closer, so that the
    /// subject keeps its size. At 1 it does so exactly; at less, it grows a little.
    case holdingSubject(Double)

    /// The times of its keys, ascending; both ends of the shot for what has none.
    package var keyTimes: [Double] {
        switch self {
        case .eased(let keys), .smooth(let keys): keys.map(\.time)
        case .wave, .holdingSubject: [0, 1]
        }
    }

    /// Whether the value is the same throughout.
    package var isConstant: Bool {
        switch self {
        case .eased(let keys), .smooth(let keys): keys.allSatisfy { $0.value == keys[0].value }
        case .wave(let wave): wave.amplitude == 0
        case .holdingSubject: false
        }
    }

    /// Returns the curve with every value exchanged.
    func mapValues(_ transform: (Double) -> Double) -> ChannelCurve {
        switch self {
        case .eased(let keys): .eased(keys.map { $0.with(transform($0.value)) })
        case .smooth(let keys): .smooth(keys.map { $0.with(transform($0.value)) })
        case .wave, .holdingSubject: self
        }
    }
}
