package import Editorial

/// A job as the queue shows it.
package struct QueueItem: Hashable, Sendable, Identifiable {
    package enum State: String, Hashable, Sendable {
        case running, ready, waiting, scheduled, retrying
        case completed, failed, cancelled, uncertain

        /// Whether nothing more happens to it unless somebody asks.
        package var isSettled: Bool {
            switch self {
            case .completed, .failed, .cancelled, .uncertain: true
            case .running, .ready, .waiting, .scheduled, .retrying: false
            }
        }

        /// Whether it may be asked for again.
        package var isStopped: Bool { isSettled && self != .completed }
    }

    /// As the queue names it.
    package let id: String
    /// In which it stands.
    package var queue: String
    package var state: State
    /// The step of a take, or what else it does.
    package var task: String
    package var project: Project.ID?
    package var projectName: String?
    package var shot: Shot.ID?
    package var shotName: String?
    package var take: Int?
    /// From 0 to 1.
    package var progress: Double
    package var note: String?
    package var attempt: Int
    package var failure: String?
    package var createdAt: Timestamp
    package var runAt: Timestamp
    package var startedAt: Timestamp?
    package var finishedAt: Timestamp?

    package init(
        id: String,
        queue: String,
        state: State,
        task: String,
        progress: Double = 0,
        attempt: Int = 0,
        createdAt: Timestamp,
        runAt: Timestamp? = nil
    ) {
        self.id = id
        self.queue = queue
        self.state = state
        self.task = task
        self.progress = progress
        self.attempt = attempt
        self.createdAt = createdAt
        self.runAt = runAt ?? createdAt
    }

    /// What it is about, in a person's words.
    package var title: String {
        guard let take else { return task }
        return "\(shotName ?? "a shot that is gone"), take \(take)"
    }

    /// Returns the seconds that are left at this pace, once there is a pace to go by.
    package func secondsLeft(at now: Timestamp) -> Double? {
        guard state == .running, let startedAt else { return nil }
        return Pace(progress, since: startedAt).secondsLeft(at: now)
    }
}

/// What happened to a job, and what its worker wrote.
package struct QueueDetails: Hashable, Sendable {
    package struct Attempt: Hashable, Sendable {
        package let number: Int
        /// Seconds; nil while it runs.
        package let seconds: Double?
        /// What came of it, in a word or a sentence.
        package let outcome: String

        package init(number: Int, seconds: Double?, outcome: String) {
            self.number = number
            self.seconds = seconds
            self.outcome = outcome
        }
    }

    package let job: String
    package let attempts: [Attempt]
    /// The latest lines, oldest first.
    package let log: [String]

    package init(job: String, attempts: [Attempt], log: [String]) {
        self.job = job
        self.attempts = attempts
        self.log = log
    }
}

/// Something that is asked of the queue.
package enum QueueOrder: Hashable, Sendable {
    case cancel(String)
    case retry(String)
    /// Before all others of its queue.
    case first(String)
    case last(String)
    case before(String, other: String)
    /// Begin nothing new, or go on.
    case pause(Bool)
}

/// What the screen of the queue remembers.
package struct QueueBrowser: Hashable, Sendable {
    /// Those to come in their order, and then those that ended; nil until read.
    package var items: [QueueItem]?
    package var selection: String?
    package var isPaused = false
    package var details: QueueDetails?
    /// The first line of the log that is seen, from its end.
    package var scroll = 0
}
