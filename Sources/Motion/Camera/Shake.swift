import Foundation

/// How hands and blows move the camera of one shot, in seconds.
struct Shake: Hashable, Sendable {
    /// The most that pans of all hands together may shake: degrees, a root of a mean square.
    static let panLimit = 0.6
    /// The orbit that moves the background as much as a pan of one degree does,
    /// when the farthest thing is at an inverse distance of 0.6.
    private static let orbitOfPan = 2.5

    private struct Band: Hashable {
        var channel: CameraChannel
        var noise: SineNoise
    }

    /// A swing of one frequency, such as of steps.
    private struct Swing: Hashable {
        var channel: CameraChannel
        var frequency: Double
        var amplitude: Double
    }

    private var bands: [Band] = []
    private var swings: [Swing] = []
    private var jumps: [JumpNoise] = []
    private let clock: ShotClock

    /// Mixes hands: of the same style, the squares of their amounts add;
    /// different styles all shake.
    ///
    /// With a `period`, in seconds, everything repeats after it.
    init(_ hands: [Handheld], clock: ShotClock, period: Double?) {
        self.clock = clock
        for hand in Shake.merged(hands) { add(hand, period: period) }
    }

    static func merged(_ hands: [Handheld]) -> [Handheld] {
        var merged: [Handheld] = []
        for style in HandheldStyle.allCases where style != .none {
            for isAround in [false, true] {
                let power = hands.reduce(0) { sum, hand in
                    hand.style == style && hand.isAroundSubject == isAround
                        ? sum + hand.amount * hand.amount : sum
                }
                guard power > 0 else { continue }
                merged.append(Handheld(style, amount: power.squareRoot(), aroundSubject: isAround))
            }
        }
        let pans = merged.map { $0.style.measures.turn.pan * $0.amount }
        let pan = pans.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if pan > Shake.panLimit {
            for index in merged.indices { merged[index].amount *= Shake.panLimit / pan }
        }
        return merged
    }

    private mutating func add(_ hand: Handheld, period: Double?) {
        let full = hand.style.measures
        let channels: [(CameraChannel, Double)] =
            hand.isAroundSubject
            ? [
                (.azimuth, full.turn.pan * Shake.orbitOfPan),
                (.elevation, full.turn.tilt * Shake.orbitOfPan),
            ]
            : [
                (.pan, full.turn.pan), (.tilt, full.turn.tilt), (.roll, full.turn.roll),
                (.truck, full.way.truck), (.pedestal, full.way.pedestal), (.dolly, full.way.dolly),
            ]
        for (index, (channel, rms)) in channels.enumerated() where rms > 0 {
            let key = ShakeKey(
                seed: clock.seed,
                style: UInt32(HandheldStyle.allCases.firstIndex(of: hand.style) ?? 0),
                channel: UInt32(index)
            )
            let rms = rms * hand.amount
            guard hand.style != .lapse else {
                jumps.append(JumpNoise(channel: channel, rms: rms, key: key))
                continue
            }
            let noise = SineNoise(band: full.band, rms: rms, key: key, period: period)
            bands.append(Band(channel: channel, noise: noise))
        }
        if !hand.isAroundSubject { addSwings(of: hand, period: period) }
    }

    private mutating func addSwings(of hand: Handheld, period: Double?) {
        for swing in hand.style.swings {
            swings.append(
                Swing(
                    channel: swing.channel,
                    frequency: swing.frequency.whole(in: period),
                    amplitude: swing.amplitude * hand.amount
                )
            )
        }
    }

    var isStill: Bool { bands.isEmpty && jumps.isEmpty }

    /// Moves a pose as the hands do at some seconds into the shot.
    func move(_ pose: inout CameraPose, at seconds: Double) {
        for band in bands { pose.add(band.noise.value(at: seconds), to: band.channel) }
        for swing in swings {
            let value = swing.amplitude * sin(2 * .pi * swing.frequency * seconds)
            pose.add(value, to: swing.channel)
        }
        for jump in jumps { pose.add(jump.value(at: seconds, clock: clock), to: jump.channel) }
    }
}

extension HandheldStyle {
    /// What swings regularly: Hz, and degrees or subject distances.
    fileprivate var swings: [(channel: CameraChannel, frequency: Double, amplitude: Double)] {
        switch self {
        case .breath: [(.tilt, 0.27, 0.05)]
        // A step lifts the body twice while it sways once; it lands harder than it rises.
        case .walk:
            [
                (.pedestal, 1.9, 0.006), (.pedestal, 3.8, 0.0018), (.truck, 0.95, 0.004),
                (.roll, 0.95, 0.20),
            ]
        default: []
        }
    }
}
