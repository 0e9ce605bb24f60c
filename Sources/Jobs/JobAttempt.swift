/// One time a worker had a job, from its claim to what came of it.
package struct JobAttempt: Hashable, Sendable {
    package let number: Int
    package let owner: JobOwner?
    /// Milliseconds since 1970.
    package let startedAt: Int
    /// Milliseconds since 1970; nil while it runs.
    package let endedAt: Int?
    /// What came of it; nil while it runs.
    package let outcome: JobTransition?
    /// Why it did not do its work.
    package let reason: String?

    /// Reads the attempts out of a job's history, oldest first.
    package static func attempts(in history: [JobEvent]) -> [JobAttempt] {
        var attempts: [JobAttempt] = []
        var begun: JobEvent?
        func end(_ event: JobEvent?) {
            guard let start = begun else { return }
            attempts.append(
                JobAttempt(
                    number: start.attempt,
                    owner: start.owner,
                    startedAt: start.at,
                    endedAt: event?.at,
                    outcome: event?.transition,
                    reason: event?.note
                )
            )
            begun = nil
        }
        for event in history {
            if event.transition == .claimed {
                begun = event
            } else if event.transition != nil {
                end(event)
            }
        }
        end(nil)
        return attempts
    }
}
