package import AccountAPI
import Editorial

/// Lets whoever follows jobs of the service wait until the service says that they moved.
///
/// It listens while somebody follows one, over one line for all of a space.
/// What is not heard is asked for all the same, less and less often.
package actor JobPokes {
    /// A job that somebody follows.
    private struct Followed {
        let alarm = Alarm()
        /// How often in a row nothing was heard of it.
        var silences = 0
    }

    private let source: any PokeSource
    private let pause: @Sendable (Duration) async throws -> Void
    private var followed: [RemoteJob.ID: Followed] = [:]
    private var lines: [Space.ID: Task<Void, Never>] = [:]
    private var heard: Set<Space.ID> = []

    /// How long nothing may be heard, while it is listened and while it is not.
    private static let longest = (heard: Duration.seconds(60), unheard: Duration.seconds(15))

    package init(
        source: any PokeSource,
        pause: @escaping @Sendable (Duration) async throws -> Void = {
            try await Task.sleep(for: $0)
        }
    ) {
        self.source = source
        self.pause = pause
    }

    deinit { for line in lines.values { line.cancel() } }

    /// Returns when a job is to be asked after: at once the first time, then
    /// whenever it moved or has not been heard of for a while.
    ///
    /// Ends early when the task is cancelled.
    package func turn(of job: RemoteJob.ID, in space: Space.ID) async {
        listen(to: space)
        guard let known = followed[job] else {
            followed[job] = Followed()
            return
        }
        let unheard = min(.seconds(1 << min(known.silences, 6)), Self.longest.unheard)
        followed[job]?.silences += 1
        await known.alarm.rest(for: heard.contains(space) ? Self.longest.heard : unheard, pause)
    }

    /// Stops following a job; with the last of all it is listened no more.
    package func forget(_ job: RemoteJob.ID) {
        followed[job] = nil
        guard followed.isEmpty else { return }
        for line in lines.values { line.cancel() }
        lines = [:]
        heard = []
    }

    private func listen(to space: Space.ID) {
        guard lines[space] == nil else { return }
        lines[space] = Task { [weak self, source] in
            // Where it cannot be listened, asking now and then is what is left.
            try? await source.listen(to: space.description) { [weak self] poke in
                await self?.hear(poke, of: space)
            }
            await self?.end(space)
        }
    }

    private func end(_ space: Space.ID) {
        heard.remove(space)
        // A line that was cut is made anew by the next who waits.
        lines[space] = nil
    }

    private func hear(_ poke: Poke, of space: Space.ID) async {
        switch poke {
        case .opened:
            heard.insert(space)
            // What moved before is not told of.
            for job in followed.keys { await ring(job) }
        case .closed: heard.remove(space)
        case .moved(let jobs):
            for job in jobs.compactMap({ RemoteJob.ID($0) }) { await ring(job) }
        case .changed: break
        }
    }

    private func ring(_ job: RemoteJob.ID) async {
        followed[job]?.silences = 0
        await followed[job]?.alarm.ring()
    }
}
