import Editorial
package import Media

extension AssemblyPlan {
    /// Whether shots are films as they are, one after the other and all of one
    /// kind, so that they need no encoding.
    ///
    /// The films' headers are read.
    package func canCopy(into container: FilmContainer) -> Bool {
        guard let first = shots.first, list.sound.changesNothing, size == first.info.size else {
            return false
        }
        let isPlain = shots.allSatisfy { shot in
            shot.join == .cut && shot.range.count == shot.info.frameCount
                && shot.info.frameRate == rate && shot.info.size == size
                && container.codecs.contains { $0.id == shot.info.videoCodec }
        }
        return isPlain && Remux.canJoin(shots.map(\.path))
    }

    /// What becomes of the sound.
    package func sound(in container: FilmContainer) -> SoundEdit.Outcome {
        guard let codec = container.sounds.first else { return .silent }
        let edit = list.sound
        let length = rate.time(of: FrameIndex(frameCount))
        var tracks = edit.isRemoved ? [] : shots.indices.compactMap(track)
        tracks += edit.additions.map { SoundPlan.Track($0.path, gain: $0.gain) }
        guard !tracks.isEmpty else { return .silent }
        var plan = SoundPlan(tracks: tracks, length: length, codec: codec)
        plan.fadeIn = edit.fadeIn
        plan.fadeOut = edit.fadeOut
        plan.loudness = edit.loudness
        return .mixed(plan)
    }

    /// A shot's sound, which fades where its picture does.
    private func track(_ number: Int) -> SoundPlan.Track? {
        let shot = shots[number]
        guard shot.info.audioCodec != nil, let own = shot.info.frameRate else { return nil }
        let next = number + 1 < shots.count ? shots[number + 1] : nil
        func time(_ join: ShotJoin, _ count: Int) -> RationalTime {
            switch join {
            case .cut: .zero
            case .dissolve, .wipe, .push: rate.time(of: FrameIndex(count))
            case .dip: rate.time(of: FrameIndex(count / 2))
            }
        }
        return SoundPlan.Track(
            shot.path,
            start: own.time(of: FrameIndex(shot.range.lowerBound)),
            length: rate.time(of: FrameIndex(shot.place.count)),
            at: rate.time(of: FrameIndex(shot.place.lowerBound)),
            gain: list.sound.gain,
            fadeIn: time(shot.join, shot.joinCount),
            fadeOut: next.map { time($0.join, $0.joinCount) } ?? .zero
        )
    }

    /// Writes the film at `output`, which appears only when it is whole.
    ///
    /// `report` is told the share that is done; when it throws, the work stops
    /// and nothing is left behind.
    package func write(
        to output: String,
        settings: FilmSettings,
        report: @escaping (Double) throws -> Void
    ) throws {
        let sound = sound(in: settings.container)
        try FilmExport.write(to: output, settings, sound: sound, report: report) { _ in
            try AssemblySource(self)
        }
    }

    /// The plan for a person, a line each.
    package func lines(_ settings: FilmSettings, isCopy: Bool) -> [String] {
        let list = shots.map { shot in
            let own = shot.info.frameRate ?? rate
            let changes = [
                shot.info.size == size ? nil : "scaled", own == rate ? nil : "rate \(own)",
            ].compactMap(\.self)
            let note = changes.isEmpty ? "" : ", " + changes.joined(separator: ", ")
            return "\(shot.join.title.padded(to: 16)) frame \(shot.place.lowerBound): "
                + "\(shot.path), \(shot.range.count) frames\(note)"
        }
        if isCopy { return list + ["copy       all streams, untouched"] }
        return list + [
            "encode     \(frameCount) frames, \(settings.codec.title), in \(settings.container.title)",
            "sound      \(sound(in: settings.container).title)",
        ]
    }
}

extension String {
    fileprivate func padded(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - self.count))
    }
}
