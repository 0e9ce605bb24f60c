import Workspace

extension BackgroundExchange {
    /// Listens to the service until the task is cancelled; where it cannot be
    /// listened to, asking now and then is what is left.
    func listen() async {
        guard let pokes else { return }
        var failures = 0
        while !Task.isCancelled {
            // Without a space there is nothing to listen to.
            guard let space = (try? workspace.sharing())?.space else { return }
            let start = ContinuousClock.now
            // A line that broke is told by its silence.
            try? await pokes.listen(to: space) { [weak self] poke in await self?.heard(poke) }
            heard(.closed)
            // A token ends after a while, and the line with it: then it is only made anew.
            failures = ContinuousClock.now - start > .seconds(60) ? 0 : min(failures + 1, 10)
            let wait = min(rhythm.firstRetry * (1 << failures), rhythm.longestRetry)
            guard (try? await rhythm.pause(rhythm.jittered(wait))) != nil else { return }
        }
    }
}
