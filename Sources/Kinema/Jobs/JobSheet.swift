import Jobs
import Terminal

/// All that is known of one job.
struct JobSheet: Encodable {
    struct Attempt: Encodable {
        let number: Int
        let startedAt: String
        let seconds: Double?
        let outcome: String?
        let reason: String?
        let processID: Int?
    }

    struct Event: Encodable {
        let at: String
        let what: String
        let state: String
        let reason: String?
    }

    let job: JobRow
    let payload: String
    let needs: [String]
    let neededBy: [String]
    let attempts: [Attempt]
    let history: [Event]

    init(_ job: Job, desk: JobDesk) throws {
        self.job = try desk.rows(of: [job])[0]
        payload = job.payload
        let neighbours = try desk.queue.neighbours(of: job.id)
        needs = neighbours.needs.map(\.text)
        neededBy = neighbours.dependants.map(\.text)
        let events = try desk.queue.history(job.id)
        history = events.map { event in
            Event(
                at: JobTime.text(event.at),
                what: event.transition?.rawValue ?? "queued",
                state: event.state.rawValue,
                reason: event.note
            )
        }
        attempts = JobAttempt.attempts(in: events).map { attempt in
            Attempt(
                number: attempt.number,
                startedAt: JobTime.text(attempt.startedAt),
                seconds: attempt.endedAt.map { Double($0 - attempt.startedAt) / 1000 },
                outcome: attempt.outcome?.rawValue,
                reason: attempt.reason,
                processID: attempt.owner?.processID
            )
        }
    }

    var lines: [String] {
        var lines = [
            "Job       \(job.id)",
            "Step      \(job.kind) in \(job.queue)",
            "State     \(job.state)" + (job.isCancelRequested ? ", is being cancelled" : ""),
            "Queued    \(job.createdAt)",
        ]
        if let message = job.message { lines.append("Because   \(message)") }
        if let left = job.secondsLeft { lines.append("Left      \(JobTime.duration(left))") }
        if let batch = job.batch { lines.append("Batch     \(batch)") }
        if let ticket = job.ticket { lines.append("Ticket    \(ticket)") }
        if !needs.isEmpty { lines.append("Needs     \(needs.joined(separator: ", "))") }
        if !neededBy.isEmpty { lines.append("Needed by \(neededBy.joined(separator: ", "))") }
        for attempt in attempts {
            let took = attempt.seconds.map { " after \(JobTime.duration($0))" } ?? ""
            let reason = attempt.reason.map { ": \($0)" } ?? ""
            lines.append(
                "Attempt \(attempt.number) \(attempt.startedAt)  "
                    + "\(attempt.outcome ?? "runs")\(took)\(reason)"
            )
        }
        return lines.map(\.printable)
    }
}
