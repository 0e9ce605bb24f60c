package import Editorial

/// A film of the whole project that is being written, or was written last.
package struct FilmProgress: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case waiting
        /// From 0 to 1.
        case running(Double)
        case completed
        case failed(String)
        case cancelled

        package var isSettled: Bool {
            switch self {
            case .waiting, .running: false
            case .completed, .failed, .cancelled: true
            }
        }
    }

    /// As the queue names it.
    package let job: String
    /// Where the film goes.
    package let path: String
    package let state: State
    package let startedAt: Timestamp?

    package init(job: String, path: String, state: State, startedAt: Timestamp? = nil) {
        self.job = job
        self.path = path
        self.state = state
        self.startedAt = startedAt
    }

    /// Returns the seconds that are left at this pace, once there is a pace to go by.
    package func secondsLeft(at now: Timestamp) -> Double? {
        guard case .running(let share) = state, let startedAt else { return nil }
        return Pace(share, since: startedAt).secondsLeft(at: now)
    }
}
