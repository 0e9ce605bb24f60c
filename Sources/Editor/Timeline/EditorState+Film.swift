package import Editorial
import Generation

// The film of all shots: its music, and its way into a file.
extension EditorState {
    /// Returns the film that stands for a shot: that of its selected take, else
    /// of the newest that has one.
    func film(of shot: Shot) -> Take? {
        if let selected = shot.selectedTake.flatMap({ take($0) }), selected.film != nil {
            return selected
        }
        return shelf.places(of: shot.id).last { takes[$0].film != nil }.map { takes[$0] }
    }

    /// Whether a take that was made of a shot is queued or running.
    private func isBusy(_ shot: Shot) -> Bool {
        shelf.places(of: shot.id).contains { !takes[$0].isSettled }
    }

    /// The shots that no film stands for yet.
    var unmadeShots: [Shot] { project.shots.filter { film(of: $0) == nil } }

    /// Why the whole film cannot be written yet; nil when it can.
    var filmReason: String? {
        let missing = unmadeShots
        guard let first = missing.first, let place = project.index(of: first.id) else {
            return filmExport?.state.isSettled == false
                ? "A film is being written already; x in the queue (f7) stops it." : nil
        }
        let busy = missing.filter(isBusy)
        if busy.count == missing.count {
            return missing.count == 1
                ? "Shot \(place + 1) “\(first.name)” is still being made."
                : "\(missing.count) shots are still being made."
        }
        return missing.count == 1
            ? "Shot \(place + 1) “\(first.name)” has no film yet; :all makes what is missing."
            : "\(missing.count) shots have no film yet; :all makes what is missing."
    }

    /// Queues a take of every shot that has no film and none under way.
    mutating func generateMissing() -> [Effect] {
        let wanted = unmadeShots.filter { !isBusy($0) }
        let before = selectedShot
        var orders: [TakeOrder] = []
        for shot in wanted {
            select(shot.id)
            if let problem = readiness.problems.first {
                say("“\(shot.name)”: \(problem.message)", .warning)
                return orders.isEmpty ? [] : [.submitTakes(orders)]
            }
            if let order = order(draft) { orders.append(order) }
        }
        select(before)
        say(orders.count == 1 ? "One take is queued." : "\(orders.count) takes are queued.")
        return orders.isEmpty ? [] : [.submitTakes(orders)]
    }

    mutating func exportFilm(to text: String, replaces: Bool = false) -> [Effect] {
        if let reason = filmReason {
            say(reason, .warning)
            return []
        }
        let films = project.shots.compactMap { film(of: $0) }
        return [
            .save(project, history),
            .exportFilm(project, films: films, path: text.trimmed, replaces: replaces),
        ]
    }

    /// What the film is called until somebody says otherwise.
    var suggestedFilmName: String {
        let words = project.name.lowercased().split { !$0.isLetter && !$0.isNumber }
        return (words.isEmpty ? "film" : words.joined(separator: "-")) + ".mp4"
    }

    /// Takes how the film that is written comes along, and tells when it ended.
    ///
    /// News of one that was asked for earlier than the known one is old news.
    mutating func take(_ export: FilmProgress?) {
        let known = filmExport
        if let known, export.map({ $0.job < known.job }) ?? true { return }
        filmExport = export
        guard let export, known?.job == export.job, known?.state.isSettled == false else {
            return
        }
        switch export.state {
        case .completed: say("The film is in \(export.path).", .success)
        case .failed(let message): say(message, .failure)
        case .cancelled: say("The film was stopped; nothing was written.")
        case .waiting, .running: break
        }
    }

    /// Lays a sound under the film.
    mutating func setMusic(_ asset: Asset) -> [Effect] {
        var music = Music(asset: asset.id, name: asset.name)
        if let old = project.music {
            (music.gain, music.fadeIn, music.fadeOut) = (old.gain, old.fadeIn, old.fadeOut)
        }
        say("“\(asset.name)” is the film’s music.", .success)
        return changeMusic(to: music)
    }

    mutating func changeMusic(to music: Music?) -> [Effect] {
        guard music != project.music else { return [] }
        let isOther = music?.asset != project.music?.asset
        let effects = apply(.changeMusic(from: project.music, to: music))
        return effects + (isOther ? readMusic() : [])
    }

    /// Asks for the shape of the music, unless it is known.
    func readMusic() -> [Effect] {
        guard let music = project.music, musicShape?.asset != music.asset else { return [] }
        return [.readSound(music.asset)]
    }

    mutating func setMusicGain(_ text: String) -> [Effect] {
        guard var music = project.music, musicGainProblem(text) == nil,
            let gain = Self.decibels(text)
        else {
            say(musicGainProblem(text) ?? "The film has no music.", .warning)
            return []
        }
        music.gain = gain
        return changeMusic(to: music)
    }

    func musicGainProblem(_ text: String) -> String? {
        Self.decibels(text) == nil ? "Write decibels from -60 to 12, such as -8." : nil
    }

    private static func decibels(_ text: String) -> Double? {
        let number = text.lowercased().hasSuffix("db") ? String(text.dropLast(2)).trimmed : text
        guard let value = Double(number), value.isFinite, Music.gains.contains(value) else {
            return nil
        }
        return value
    }

    /// The part of the music that is heard in the selected shot, in seconds of the film.
    package var musicStart: Double {
        let start = project.starts[shotIndex]
        let first = shot.draft.frameRate.time(of: FrameIndex(shot.usedFrames.lowerBound))
        return start.seconds - first.seconds
    }
}

/// A sound's shape, and whose it is.
package struct MusicShape: Hashable, Sendable {
    package let asset: Asset.ID
    package let shape: SoundShape

    package init(asset: Asset.ID, shape: SoundShape) {
        self.asset = asset
        self.shape = shape
    }
}
