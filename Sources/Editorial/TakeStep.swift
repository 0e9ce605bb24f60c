/// One stage of a take's pipeline, as a person sees it.
package struct TakeStep: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case image, video, post
    }

    package enum State: Hashable, Sendable {
        case pending
        /// `progress` runs from 0 to 1 and comes from work that was done;
        /// `startedAt` is when this attempt began.
        case running(progress: Double, startedAt: Timestamp)
        case completed(seconds: Double)
        case failed(Take.Failure)
        case cancelled
        /// It cannot be known whether what was paid for went through.
        case uncertain(Take.Failure)
    }

    package var kind: Kind
    package var state: State
    /// How often it has been tried, the present try included.
    package var attempt: Int

    package init(kind: Kind, state: State = .pending, attempt: Int = 0) {
        self.kind = kind
        self.state = state
        self.attempt = attempt
    }

    package var isCompleted: Bool {
        if case .completed = state { true } else { false }
    }

    /// Returns the seconds that are left at this pace, once there is a pace to go by.
    package func secondsLeft(at now: Timestamp) -> Double? {
        guard case .running(let progress, let startedAt) = state else { return nil }
        return Pace(progress, since: startedAt).secondsLeft(at: now)
    }
}
