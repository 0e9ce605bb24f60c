import Foundation

/// One preset of a mix, at its strength.
struct CameraLayer: Hashable, Sendable {
    /// One channel's curve, times a constant.
    struct Track: Hashable {
        var channel: CameraChannel
        var factor: Double
        var sampler: CurveSampler

        /// Whether it rolls all the way round.
        ///
        /// Half of that is no less of it, but an end on one's head.
        var isWholeTurn: Bool {
            let end = sampler.value(at: 1) - sampler.value(at: 0)
            return channel == .roll && end != 0 && end.remainder(dividingBy: 360) == 0
        }
    }

    let move: CameraMove
    let strength: Double
    /// The times at which the move may turn sharply.
    let turns: [Double]
    private let tracks: [Track]
    private let hold: Double?

    /// Is nil at strength 0, so that nothing of the preset is left, its aim included.
    init?(_ move: CameraMove, strength: Double, isFlat: Bool) {
        guard strength > 0 else { return nil }
        self.move = move
        let strength = min(strength, 1)
        self.strength = strength
        let flat = isFlat && move.depth > .none ? FlatMove(move) : nil
        let curves = flat?.curves ?? move.curves
        turns = move.curves.values.flatMap(\.turns) + curves.values.flatMap(\.turns)
        hold = curves.values.lazy.compactMap(\.heldShare).first
        let measured = CameraChannel.allCases.compactMap { channel in
            curves[channel].flatMap { CurveSampler($0, of: channel) }.map {
                Track(channel: channel, factor: 1, sampler: $0)
            }
        }
        tracks = (measured + (flat?.tracks ?? [])).map { track in
            var track = track
            if track.channel.hasStrength, !track.isWholeTurn { track.factor *= strength }
            return track
        }
    }

    /// Adds what the preset asks for at a time of the move, 0…1.
    func add(to mix: inout PoseMix, at time: Double) {
        for track in tracks {
            mix.add(track.sampler.value(at: time) * track.factor, to: track.channel)
        }
        if let hold { mix.hold(subject: hold) }
    }

    var handheld: Handheld {
        var hand = move.handheld
        hand.amount *= strength
        return hand
    }

    var isStill: Bool { tracks.isEmpty && handheld.style == .none && move.kick == nil }

    /// The channel that moves the picture most, by what a person feels as one move.
    var dominant: CameraChannel? {
        let travels = tracks.filter { $0.channel.moves }.map { track in
            let values = (0...32).map { track.sampler.value(at: Double($0) / 32) }
            let travel = ((values.max() ?? 0) - (values.min() ?? 0)) * abs(track.factor)
            return (channel: track.channel, weight: travel / track.channel.usualTravel)
        }
        return travels.filter { $0.weight > 0 }.max { $0.weight < $1.weight }?.channel
    }
}

extension ChannelCurve {
    fileprivate var heldShare: Double? {
        if case .holdingSubject(let share) = self { share } else { nil }
    }
}

extension CameraChannel {
    /// The travel, in its measure, of a plain move along the channel.
    fileprivate var usualTravel: Double {
        switch self {
        case .truck: 0.13
        case .pedestal: 0.08
        case .dolly: 0.18
        case .azimuth: 11
        case .elevation: 8
        case .pan: 8
        case .tilt: 5.2
        case .roll: 10
        default: 0.3
        }
    }
}
