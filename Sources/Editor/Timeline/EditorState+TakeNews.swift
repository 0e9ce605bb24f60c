import Editorial

extension EditorState {
    /// Takes in the takes as the store has them, and says what has ended.
    ///
    /// - Returns: What to tell somebody whose eyes are on another window.
    mutating func takesChanged(_ fresh: [Take]) -> [Effect] {
        let watched = currentTake?.id
        let ended = fresh.filter { take in
            self.take(take.id).map { $0.status != take.status } ?? false
        }
        takes = fresh
        var news: [Effect] = []
        for take in ended.sorted(by: { $0.id < $1.id }) {
            announce(take)
            if let notification = notification(of: take) { news.append(notification) }
            if take.id == watched, take.status == .completed, take.film != nil { show(take) }
        }
        if let takeCursor, self.take(takeCursor) == nil { self.takeCursor = nil }
        if case .takeDetails(let id, _) = popup, self.take(id) == nil { popup = nil }
        settlePlayback()
        return news
    }

    /// A take that has ended while nobody looks; a cancelled one was ended by them.
    private func notification(of take: Take) -> Effect? {
        guard !hasWindowFocus else { return nil }
        let name = name(of: take)
        switch take.status {
        case .completed:
            return .notify(title: project.name, text: "\(name) is done.")
        case .failed(let failure):
            return .notify(title: project.name, text: "\(name): \(failure.message)")
        case .uncertain:
            return .notify(title: project.name, text: "\(name) needs you to decide.")
        case .cancelled, .queued, .running: return nil
        }
    }

    /// Plays a film that has just come in.
    private mutating func show(_ take: Take) {
        takeCursor = take.id
        auditioned = nil
        playback.content = .film
        playback.setSpeed(1)
        restartPlayback()
    }

    private mutating func announce(_ take: Take) {
        let name = name(of: take)
        switch take.status {
        case .completed: say("\(name) is done.", .success)
        case .failed(let failure): say("\(name): \(failure.message)", .failure)
        case .cancelled: say("\(name) was cancelled.", .warning)
        case .uncertain(let failure): say("\(name): \(failure.message)", .warning)
        case .queued, .running: break
        }
    }

    /// `Take 3`, with its shot when that is not the selected one.
    private func name(of take: Take) -> String {
        guard take.shot != selectedShot, let shot = project[shot: take.shot] else {
            return "Take \(take.number)"
        }
        return "Take \(take.number) of “\(shot.name)”"
    }
}
