package import Database

/// The durable queue: work that survives every crash, handed out under leases.
///
/// Several processes share one database. A job is worked on by one of them at
/// a time, and only the holder of its lease can settle it. The same rules hold
/// on either engine.
///
/// ## Topics
///
/// - ``enqueue(_:on:)``
/// - ``claim(queues:owner:)``
/// - ``complete(_:also:)``
/// - ``fail(_:_:random:)``
/// - ``submitting(_:)``
/// - ``requestCancel(_:)``
/// - ``retry(_:)``
/// - ``rescue(isAlive:)``
/// - ``setLimit(_:_:)``
/// - ``move(_:to:)``
/// - ``list(_:)``
package struct JobQueue: Sendable {
    let database: any SQLDatabase
    let clock: @Sendable () -> Int
    let policy: RetryPolicy
    /// How long a lease holds without being renewed, in milliseconds.
    package let leaseDuration: Int
    /// A job that stopped its worker this often is not given to another.
    let rescueLimit: Int
    private let passing: @Sendable (JobPoint) -> Void

    /// Makes a queue over a database to which ``migrations`` have been applied.
    ///
    /// The clock gives milliseconds since 1970; `passing` is called at every
    /// point of every transaction, and is for tests that kill there.
    package init(
        database: any SQLDatabase,
        clock: @escaping @Sendable () -> Int = WallClock.milliseconds,
        policy: RetryPolicy = .standard,
        leaseDuration: Int = 15_000,
        rescueLimit: Int = 3,
        passing: @escaping @Sendable (JobPoint) -> Void = { _ in }
    ) {
        self.database = database
        self.clock = clock
        self.policy = policy
        self.leaseDuration = leaseDuration
        self.rescueLimit = rescueLimit
        self.passing = passing
    }

    /// Adds jobs within the caller's transaction.
    ///
    /// A job whose id is there already is left as it is, and one whose key an
    /// unsettled job has is not added.
    ///
    /// - Returns: The ids of the jobs that stand for those that were asked for,
    ///   in their order.
    /// - Throws: ``DatabaseError`` of kind `constraint` if a dependency is
    ///   neither queued nor earlier in the list.
    @discardableResult
    package func enqueue(_ jobs: [NewJob], on connection: any SQLConnection) throws -> [Job.ID] {
        let ledger = JobLedger(connection: connection, now: clock())
        return try jobs.map { try ledger.insert($0) }
    }

    /// Takes the job whose turn it is: the highest priority, then the one that
    /// was queued first, unless somebody moved it.
    ///
    /// Without `queues`, all are looked into. Returns nil when there is nothing
    /// to do at the moment.
    package func claim(queues: [String]?, owner: JobOwner) throws -> LeasedJob? {
        try claim(queues: queues, owner: owner, limit: 1).first
    }

    /// Takes up to `limit` jobs in one transaction, in their order.
    package func claim(
        queues: [String]?,
        owner: JobOwner,
        limit: Int
    ) throws -> [LeasedJob] {
        if queues?.isEmpty == true || limit < 1 { return [] }
        let records = try transact(.claim) { ledger in
            try ledger.bringDue(policy)
            return try ledger.claim(limit, in: queues, by: owner, lease: leaseDuration)
        }
        return records.map { record in
            LeasedJob(
                job: record.job,
                lease: Lease(
                    job: record.id,
                    owner: owner,
                    sequence: record.sequence,
                    token: record.token
                )
            )
        }
    }

    /// Runs the body in one transaction of the queue.
    func transact<Value>(
        _ operation: JobPoint.Operation,
        _ body: (JobLedger) throws -> Value
    ) throws -> Value {
        passing(JobPoint(operation: operation, stage: .before))
        let value = try database.write { connection in
            passing(JobPoint(operation: operation, stage: .begun))
            let value = try body(JobLedger(connection: connection, now: clock()))
            passing(JobPoint(operation: operation, stage: .written))
            return value
        }
        passing(JobPoint(operation: operation, stage: .committed))
        return value
    }
}
