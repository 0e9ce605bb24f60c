package import Editorial
package import Media

/// What is done to a film's sound.
package struct SoundEdit: Hashable, Sendable {
    /// Sound from a file, and how loud, in decibels.
    package struct Addition: Hashable, Sendable {
        package var path: String
        package var gain: Double

        package init(_ path: String, gain: Double = 0) {
            self.path = path
            self.gain = gain
        }
    }

    /// Whether the film's own is left out.
    package var isRemoved = false
    /// In decibels, of the film's own.
    package var gain = 0.0
    /// What is mixed in.
    package var additions: [Addition] = []
    /// Of everything together.
    package var fadeIn = RationalTime.zero
    package var fadeOut = RationalTime.zero
    /// In LUFS, by EBU R128.
    package var loudness: Double?

    package init() {}

    package var changesNothing: Bool { self == SoundEdit() }

    /// What becomes of a film's sound.
    package enum Outcome: Hashable, Sendable {
        case silent
        /// Copied as it is.
        case copied(from: String)
        case mixed(SoundPlan)
    }

    /// Decides, for a film or a part of it.
    ///
    /// - Parameters:
    ///   - film: Whose sound it is; nil for pictures without.
    ///   - start: Where the part begins.
    ///   - length: How long the part is.
    ///   - isWhole: Whether it is all of the film.
    ///   - container: What it is written into.
    /// - Returns: What becomes of it.
    package func outcome(
        of film: (path: String, info: MediaInfo)?,
        from start: RationalTime = .zero,
        length: RationalTime,
        isWhole: Bool = true,
        in container: FilmContainer
    ) -> Outcome {
        guard let codec = container.sounds.first else { return .silent }
        let own = isRemoved ? nil : film.flatMap { $0.info.audioCodec == nil ? nil : $0 }
        if changesNothing {
            guard let own, let kept = own.info.audioCodec else { return .silent }
            if isWhole, container.holds(sound: kept) { return .copied(from: own.path) }
        }
        var tracks =
            own.map {
                [SoundPlan.Track($0.path, start: start, length: length, gain: gain)]
            } ?? []
        tracks += additions.map { SoundPlan.Track($0.path, gain: $0.gain) }
        guard !tracks.isEmpty else { return .silent }
        var plan = SoundPlan(tracks: tracks, length: length, codec: codec)
        plan.fadeIn = fadeIn
        plan.fadeOut = fadeOut
        plan.loudness = loudness
        return .mixed(plan)
    }
}

extension SoundEdit.Outcome {
    /// What a person is told of it, in a line.
    package var title: String {
        switch self {
        case .silent: return "none"
        case .copied: return "copied untouched"
        case .mixed(let plan):
            let tracks = plan.tracks.count == 1 ? "1 track" : "\(plan.tracks.count) tracks"
            let loudness = plan.loudness.map { ", \($0) LUFS" } ?? ""
            return "\(tracks), \(plan.codec.title)\(loudness)"
        }
    }

    /// Mixes what must be; the value keeps the sound until it is let go.
    func prepared(beside film: String) throws(MediaError) -> PreparedSound {
        switch self {
        case .silent: return PreparedSound(path: nil, mix: nil)
        case .copied(let path): return PreparedSound(path: path, mix: nil)
        case .mixed(let plan):
            let mix = try SoundMix(plan, beside: film)
            return PreparedSound(path: mix.path, mix: mix)
        }
    }
}

/// Sound that a film is about to take up.
struct PreparedSound {
    /// A file whose sound is copied; nil is silence.
    let path: String?
    /// Keeps that file, where it was made for the film.
    let mix: SoundMix?
}
