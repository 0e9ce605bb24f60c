package import Database

/// The durable queue: work that survives every crash, handed out under leases.
///
/// Several processes share one database. A job is worked on by one of them at
/// a time, and only the holder of its lease can settle it.
///
/// ## Topics
///
/// - ``enqueue(_:on:)``
/// - ``claim(queues:owner:)``
/// - ``complete(_:also:)``
/// - ``fail(_:_:random:)``
/// - ``requestCancel(_:)``
/// - ``retry(_:)``
/// - ``rescue(isAlive:)``
package struct JobQueue: Sendable {
    let database: any SQLDatabase
    let clock: @Sendable () -> Int
    let policy: RetryPolicy
    /// How long a lease holds without being renewed, in milliseconds.
    package let leaseDuration: Int

    /// The database is one to which ``migrations`` have been applied; the clock
    /// gives milliseconds since 1970.
    package init(
        database: any SQLDatabase,
        clock: @escaping @Sendable () -> Int = WallClock.milliseconds,
        policy: RetryPolicy = .standard,
        leaseDuration: Int = 15_000
    ) {
        self.database = database
        self.clock = clock
        self.policy = policy
        self.leaseDuration = leaseDuration
    }

    /// Adds jobs within the caller's transaction.
    ///
    /// A job whose id is there already is left as it is.
    ///
    /// - Throws: ``DatabaseError`` of kind `constraint` if a dependency is
    ///   neither queued nor earlier in the list.
    package func enqueue(_ jobs: [NewJob], on connection: any SQLConnection) throws {
        let ledger = JobLedger(connection: connection, now: clock())
        for job in jobs { try ledger.insert(job) }
    }

    /// Takes the job whose turn it is: the highest priority, then the earliest
    /// time to run, then the oldest.
    ///
    /// Without `queues`, all are looked into. Returns nil when there is nothing
    /// to do at the moment.
    package func claim(queues: [String]?, owner: JobOwner) throws -> LeasedJob? {
        // An idle worker asks often; looking costs other writers nothing.
        let isIdle = try database.read { connection in
            try JobLedger(connection: connection, now: clock()).next(in: queues) == nil
        }
        if isIdle { return nil }
        return try database.write { connection in
            let ledger = JobLedger(connection: connection, now: clock())
            guard var record = try ledger.next(in: queues),
                let claimed = record.claim(by: owner, now: ledger.now, lease: leaseDuration)
            else { return nil }
            try ledger.apply(claimed, to: record)
            return LeasedJob(
                job: record.job,
                lease: Lease(job: record.id, owner: owner, token: record.token)
            )
        }
    }

    /// Returns jobs in the order they are asked for; unknown ones are left out.
    package func jobs(_ ids: [Job.ID]) throws -> [Job] {
        try database.read { try jobs(ids, on: $0) }
    }

    /// Returns jobs as the caller's transaction sees them.
    package func jobs(_ ids: [Job.ID], on connection: any SQLConnection) throws -> [Job] {
        try JobLedger(connection: connection, now: clock()).records(ids).map(\.job)
    }

    /// Whether any job can be claimed now or later, or is being worked on,
    /// perhaps by a worker that died.
    package func hasWork() throws -> Bool {
        try database.read { connection in
            try !connection.rows(
                """
                SELECT 1 AS found FROM job
                WHERE state IN ('available', 'scheduled', 'running') LIMIT 1
                """
            ).isEmpty
        }
    }

    /// Returns all that happened to a job, oldest first.
    package func history(_ id: Job.ID) throws -> [JobEvent] {
        try database.read { connection in
            try connection.rows(
                "SELECT * FROM job_event WHERE job = $1 ORDER BY position",
                [.text(id.text)]
            ).map { row in
                JobEvent(
                    at: try row.integer("at"),
                    transition: try row.optionalText("transition").flatMap(JobTransition.init),
                    state: JobState(rawValue: try row.text("state")) ?? .failed,
                    attempt: try row.integer("attempt"),
                    note: try row.optionalText("note")
                )
            }
        }
    }
}
