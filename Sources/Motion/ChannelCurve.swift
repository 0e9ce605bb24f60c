import Foundation

/// What a preset does with one channel over the shot's time, 0…1.
package enum ChannelCurve: Hashable, Sendable {
    /// Keys that easings connect; flat before the first and after the last.
    case eased([CurveKey])
    /// Keys that one smooth line runs through without overshooting, at rest at both ends.
    case smooth([CurveKey])
    case wave(SineWave)

    /// Returns the curve with every value exchanged.
    func mapValues(_ transform: (Double) -> Double) -> ChannelCurve {
        switch self {
        case .eased(let keys): .eased(keys.map { $0.with(transform($0.value)) })
        case .smooth(let keys): .smooth(keys.map { $0.with(transform($0.value)) })
        case .wave(let wave): .wave(wave)
        }
    }

    /// The times at which the curve may turn sharply.
    var times: [Double] {
        switch self {
        case .eased(let keys), .smooth(let keys): keys.map(\.time)
        case .wave(let wave): wave.turns
        }
    }

    func value(at time: Double) -> Double {
        switch self {
        case .eased(let keys): easedValue(keys, at: time)
        case .smooth(let keys): smoothValue(keys, at: time)
        case .wave(let wave): wave.value(at: time)
        }
    }
}

/// A value at a moment of the shot.
package struct CurveKey: Hashable, Sendable {
    /// 0 is the shot's first frame, 1 its last.
    package var time: Double
    package var value: Double
    /// How the value arrives here from the key before.
    package var easing: Easing

    package init(_ time: Double, _ value: Double, _ easing: Easing = .standard) {
        self.time = time
        self.value = value
        self.easing = easing
    }

    func with(_ value: Double) -> CurveKey { CurveKey(time, value, easing) }
}

/// A sine that swells in and dies away within the shot, so that it starts and
/// ends at rest.
package struct SineWave: Hashable, Sendable {
    package var cycles: Double
    /// In the channel's unit; for focal, the share by which it grows.
    package var amplitude: Double
    /// Degrees.
    package var phase: Double

    package init(cycles: Double, amplitude: Double, phase: Double) {
        self.cycles = cycles
        self.amplitude = amplitude
        self.phase = phase
    }

    func value(at time: Double) -> Double {
        let envelope = smoothstep(time / 0.15) * smoothstep((1 - time) / 0.15)
        return amplitude * sin(2 * .pi * cycles * time + phase * .pi / 180) * envelope
    }

    var turns: [Double] {
        guard cycles > 0 else { return [] }
        return (0...Int(cycles * 2) + 1)
            .map { (0.25 + 0.5 * Double($0) - phase / 360) / cycles }
            .filter { (0...1).contains($0) }
    }

    private func smoothstep(_ share: Double) -> Double {
        let x = min(max(share, 0), 1)
        return x * x * (3 - 2 * x)
    }
}

private func easedValue(_ keys: [CurveKey], at time: Double) -> Double {
    guard let next = keys.firstIndex(where: { $0.time > time }) else {
        return keys.last?.value ?? 0
    }
    guard next > 0 else { return keys[0].value }
    let from = keys[next - 1]
    let to = keys[next]
    let share = to.easing.progress(at: (time - from.time) / (to.time - from.time))
    return from.value + (to.value - from.value) * share
}

/// A monotone cubic: slopes are the harmonic means of their neighbours'
/// secants, and 0 at turns and at both ends.
private func smoothValue(_ keys: [CurveKey], at time: Double) -> Double {
    guard let next = keys.firstIndex(where: { $0.time > time }) else {
        return keys.last?.value ?? 0
    }
    guard next > 0 else { return keys[0].value }
    let (from, to) = (keys[next - 1], keys[next])
    let length = to.time - from.time
    let t = (time - from.time) / length
    let rest = 1 - t
    let startSlope = slope(of: keys, at: next - 1) * length
    let endSlope = slope(of: keys, at: next) * length
    return from.value * (1 + 2 * t) * rest * rest + startSlope * t * rest * rest
        + to.value * t * t * (3 - 2 * t) - endSlope * t * t * rest
}

private func slope(of keys: [CurveKey], at index: Int) -> Double {
    guard index > 0, index < keys.count - 1 else { return 0 }
    func secant(_ i: Int) -> Double {
        (keys[i + 1].value - keys[i].value) / (keys[i + 1].time - keys[i].time)
    }
    let (before, after) = (secant(index - 1), secant(index))
    return before * after > 0 ? 2 * before * after / (before + after) : 0
}
