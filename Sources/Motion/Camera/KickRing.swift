import Foundation

/// How a camera rings after a blow: it starts where it was, so only its speed jumps.
struct KickRing: Hashable, Sendable {
    private let start: Double
    private let amount: Double
    private let decay: Double

    init(_ kick: Kick, strength: Double, timing: ShotTiming) {
        start = timing.seconds(at: timing.time(at: kick.time))
        amount = kick.amount * strength
        decay = kick.decay
    }

    func move(_ pose: inout CameraPose, at seconds: Double) {
        let age = seconds - start
        guard age > 0 else { return }
        let loudness = amount * exp(-age / decay)
        pose.tilt += 0.5 * loudness * sin(2 * .pi * 9 * age)
        pose.roll += 0.35 * loudness * sin(2 * .pi * 7 * age)
        pose.pedestal += 0.008 * loudness * sin(2 * .pi * 9 * age)
    }
}
