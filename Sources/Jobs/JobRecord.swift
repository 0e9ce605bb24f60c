import Database

/// A row of the table `job`: a job with what only the queue needs to know.
struct JobRecord: Hashable, Sendable {
    let sequence: Int
    let id: Job.ID
    let queue: String
    let provider: String?
    let kind: String
    let payload: String
    let batch: String?
    let maxAttempts: Int
    let createdAt: Int
    let work: Double

    var state: JobState
    var priority: Int
    /// The lower goes first among jobs of one priority.
    var rank: Double
    var attempt = 0
    /// How often its worker died.
    var rescues = 0
    /// It is not begun before this time.
    var runAt: Int
    /// As ``JobOwner/description`` spells it.
    var owner: String?
    var leaseExpiresAt: Int?
    /// Grows with every lease and is never set back.
    var token = 0
    var progress = 0.0
    var note: String?
    var failure: JobFailure?
    var isCancelRequested = false
    /// Something that is paid for and must not be sent twice is under way.
    var isSubmitting = false
    var ticket: String?
    var startedAt: Int?
    var finishedAt: Int?

    init(_ job: NewJob, sequence: Int, state: JobState, now: Int) {
        self.sequence = sequence
        id = job.id
        queue = job.queue
        provider = job.provider
        kind = job.kind
        payload = job.payload
        batch = job.batch
        priority = job.priority
        rank = Double(sequence)
        maxAttempts = job.maxAttempts
        createdAt = now
        work = job.work
        runAt = job.runAt ?? now
        self.state = state
    }

    init(_ row: SQLRow) throws(DatabaseError) {
        guard let id = Job.ID(try row.text("id")),
            let state = JobState(rawValue: try row.text("state"))
        else { throw .damagedJob(try row.text("id")) }
        self.id = id
        self.state = state
        sequence = try row.integer("sequence")
        queue = try row.text("queue")
        provider = try row.optionalText("provider")
        kind = try row.text("kind")
        payload = try row.text("payload")
        batch = try row.optionalText("batch")
        priority = try row.integer("priority")
        rank = try row.real("rank")
        work = try row.real("work")
        maxAttempts = try row.integer("max_attempts")
        createdAt = try row.integer("created_at")
        attempt = try row.integer("attempt")
        rescues = try row.integer("rescues")
        runAt = try row.integer("run_at")
        owner = try row.optionalText("lease_owner")
        leaseExpiresAt = try row.optionalInteger("lease_expires_at")
        token = try row.integer("lease_token")
        progress = try row.real("progress")
        note = try row.optionalText("progress_note")
        failure = try row.optionalText("error").map(JobFailure.init(stored:))
        isCancelRequested = try row.flag("cancel_requested")
        isSubmitting = try row.flag("is_submitting")
        ticket = try row.optionalText("ticket")
        startedAt = try row.optionalInteger("started_at")
        finishedAt = try row.optionalInteger("finished_at")
    }

    var job: Job {
        Job(
            id: id,
            queue: queue,
            provider: provider,
            kind: kind,
            payload: payload,
            batch: batch,
            state: state,
            priority: priority,
            work: work,
            attempt: attempt,
            progress: progress,
            note: note,
            failure: failure,
            isCancelRequested: isCancelRequested,
            ticket: ticket,
            createdAt: createdAt,
            runAt: runAt,
            startedAt: startedAt,
            finishedAt: finishedAt
        )
    }

    var lane: JobLane { JobLane(queue: queue, provider: provider) }

    func isHeld(under lease: Lease) -> Bool {
        state == .running && owner == lease.owner.description && token == lease.token
    }

    /// Whether it goes before another of its queue.
    func precedes(_ other: JobRecord) -> Bool {
        (-priority, rank, sequence) < (-other.priority, other.rank, other.sequence)
    }
}

extension DatabaseError {
    fileprivate static func damagedJob(_ id: String) -> DatabaseError {
        DatabaseError(
            kind: .corrupt,
            message: "The database is damaged: the job “\(id)” cannot be read; "
                + "restore it from a backup."
        )
    }
}
