import Database

/// A row of the table `job`: a job with what only the queue needs to know.
struct JobRecord: Hashable, Sendable {
    let id: Job.ID
    let queue: String
    let kind: String
    let payload: String
    let priority: Int
    let maxAttempts: Int
    let createdAt: Int

    var state: JobState
    var attempt = 0
    /// How often its worker died.
    var rescues = 0
    /// It is not claimed before this time.
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
    var startedAt: Int?
    var finishedAt: Int?

    init(_ job: NewJob, state: JobState, now: Int) {
        id = job.id
        queue = job.queue
        kind = job.kind
        payload = job.payload
        priority = job.priority
        maxAttempts = job.maxAttempts
        createdAt = now
        runAt = now
        self.state = state
    }

    init(_ row: SQLRow) throws(DatabaseError) {
        guard let id = Job.ID(try row.text("id")),
            let state = JobState(rawValue: try row.text("state"))
        else { throw .damagedJob(try row.text("id")) }
        self.id = id
        self.state = state
        queue = try row.text("queue")
        kind = try row.text("kind")
        payload = try row.text("payload")
        priority = try row.integer("priority")
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
        startedAt = try row.optionalInteger("started_at")
        finishedAt = try row.optionalInteger("finished_at")
    }

    var job: Job {
        Job(
            id: id,
            queue: queue,
            kind: kind,
            payload: payload,
            state: state,
            attempt: attempt,
            progress: progress,
            note: note,
            failure: failure,
            isCancelRequested: isCancelRequested,
            createdAt: createdAt,
            startedAt: startedAt,
            finishedAt: finishedAt
        )
    }

    func isHeld(under lease: Lease) -> Bool {
        state == .running && owner == lease.owner.description && token == lease.token
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
