package import Editorial

/// What the sound of a film is to be.
package struct SoundPlan: Hashable, Sendable {
    /// A piece of sound and where it goes.
    package struct Track: Hashable, Sendable {
        /// A film or a file of sound.
        package var path: String
        /// From where on in it, and how much; nil is all.
        package var start: RationalTime
        package var length: RationalTime?
        /// Where in the film it begins.
        package var place: RationalTime
        /// In decibels.
        package var gain: Double
        package var fadeIn: RationalTime
        /// Ends with the track, whose length must then be known, or with the film.
        package var fadeOut: RationalTime

        package init(
            _ path: String,
            start: RationalTime = .zero,
            length: RationalTime? = nil,
            at place: RationalTime = .zero,
            gain: Double = 0,
            fadeIn: RationalTime = .zero,
            fadeOut: RationalTime = .zero
        ) {
            self.path = path
            self.start = start
            self.length = length
            self.place = place
            self.gain = gain
            self.fadeIn = fadeIn
            self.fadeOut = fadeOut
        }
    }

    package var tracks: [Track]
    /// The film's: sound is cut there, or filled with silence.
    package var length: RationalTime
    /// Of everything together.
    package var fadeIn = RationalTime.zero
    package var fadeOut = RationalTime.zero
    /// The loudness it is brought to, in LUFS by EBU R128; nil leaves it.
    package var loudness: Double?
    package var codec: SoundCodec

    package init(tracks: [Track], length: RationalTime, codec: SoundCodec = .aac) {
        self.tracks = tracks
        self.length = length
        self.codec = codec
    }

    /// Samples a second of everything that is mixed and written.
    package static let rate = 48_000
    /// What loudness may be asked for.
    package static let loudnesses = -50.0 ... -5.0
    /// The highest true peak that is left, in dBTP.
    package static let ceiling = -1.0

    static func samples(_ time: RationalTime) -> Int {
        Int((time.seconds * Double(rate)).rounded())
    }

    /// The filters that mix the tracks, whose sources come first and are
    /// given by `sources`, in the same order.
    func nodes(_ sources: [FilterNode]) -> [FilterNode] {
        var nodes = sources
        var ends: [Int] = []
        for (source, track) in tracks.enumerated() {
            var last = source
            for (name, options) in chain(of: track) {
                nodes.append(FilterNode(name, options, from: [last]))
                last = nodes.count - 1
            }
            ends.append(last)
        }
        if ends.count > 1 {
            let options = [
                ("inputs", "\(ends.count)"), ("normalize", "0"), ("duration", "longest"),
                ("dropout_transition", "0"),
            ]
            nodes.append(FilterNode("amix", options, from: ends))
        }
        let end = SoundPlan.samples(length)
        for (name, options) in [
            ("apad", [("whole_len", "\(end)")]), ("atrim", [("end_sample", "\(end)")]),
        ] + SoundPlan.fades(in: fadeIn, out: fadeOut, until: end) {
            nodes.append(FilterNode(name, options, from: [nodes.count - 1]))
        }
        return nodes
    }

    typealias Step = (name: String, options: [(key: String, value: String)])

    private func chain(of track: Track) -> [Step] {
        let start = SoundPlan.samples(track.start)
        let place = SoundPlan.samples(track.place)
        let room = max(0, SoundPlan.samples(length) - place)
        let count = min(room, track.length.map(SoundPlan.samples) ?? room)
        var steps: [Step] = [
            (
                // Gaps are filled, and what begins late does.
                "aresample",
                [("sample_rate", "\(SoundPlan.rate)"), ("async", "1"), ("first_pts", "0")]
            ),
            ("aformat", [("sample_fmts", "fltp"), ("channel_layouts", "stereo")]),
            ("atrim", [("start_sample", "\(start)"), ("end_sample", "\(start + count)")]),
            ("asetpts", [("expr", "PTS-STARTPTS")]),
        ]
        if track.gain != 0 { steps.append(("volume", [("volume", "\(track.gain)dB")])) }
        steps += SoundPlan.fades(in: track.fadeIn, out: track.fadeOut, until: count)
        if place > 0 { steps.append(("adelay", [("delays", "\(place)S"), ("all", "1")])) }
        return steps
    }

    private static func fades(
        in rise: RationalTime,
        out fall: RationalTime,
        until end: Int
    ) -> [Step] {
        var steps: [Step] = []
        let (rise, fall) = (samples(rise), min(end, samples(fall)))
        if rise > 0 {
            steps.append(("afade", [("type", "in"), ("nb_samples", "\(rise)"), ("curve", "qsin")]))
        }
        if fall > 0 {
            let options = [
                ("type", "out"), ("start_sample", "\(end - fall)"), ("nb_samples", "\(fall)"),
                ("curve", "qsin"),
            ]
            steps.append(("afade", options))
        }
        return steps
    }
}
