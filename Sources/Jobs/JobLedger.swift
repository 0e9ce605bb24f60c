import Database

/// The queue's rows inside one transaction.
struct JobLedger {
    let connection: any SQLConnection
    let now: Int

    /// Adds a job; one that is there already stays as it is.
    ///
    /// - Returns: The job's id, or that of the unsettled one that has its key.
    @discardableResult
    func insert(_ new: NewJob) throws(DatabaseError) -> Job.ID {
        // Locked, so that none is completed unseen while this one is added.
        let needs = try lockedRecords(new.dependsOn)
        guard needs.count == Set(new.dependsOn).count else { throw .unknownDependency(of: new.id) }
        let isFree = needs.allSatisfy { $0.state == .completed }
        let isLate = new.runAt.map { $0 > now } ?? false
        let state: JobState = isFree ? (isLate ? .scheduled : .available) : .waiting
        guard let sequence = try add(new, in: state) else { return try standing(for: new) }
        var record = JobRecord(new, sequence: sequence, state: state, now: now)
        for need in needs {
            try connection.execute(
                "INSERT INTO job_dependency (job, needs) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                [.integer(sequence), .integer(need.sequence)]
            )
        }
        try note(nil, of: record)
        if let stopped = needs.first(where: \.state.isStopped) {
            try apply(record.cancel(reason: stopped.reasonForDependants, now: now), to: record)
        } else if state == .available {
            try connection.announce()
        }
        return new.id
    }

    /// Writes a record down after a rule changed it, with a line of history,
    /// and moves on those that wait for it.
    ///
    /// `transition` is what the rule returned; nil writes nothing.
    func apply(_ transition: JobTransition?, to record: JobRecord) throws(DatabaseError) {
        guard let transition else { return }
        try store(record)
        try note(transition, of: record)
        switch record.state {
        case .completed: try freeDependants(of: [record.sequence])
        case .failed, .cancelled: try cancelDependants(of: record)
        case .available: try connection.announce()
        // Whether those that wait for an uncertain one ever run is decided with it.
        case .uncertain, .waiting, .scheduled, .running, .retrying: break
        }
    }

    /// Writes every column that a rule may change.
    func store(_ record: JobRecord) throws(DatabaseError) {
        try connection.execute(
            """
            UPDATE job SET
                state = $2, attempt = $3, rescues = $4, run_at = $5, lease_owner = $6,
                lease_expires_at = $7, lease_token = $8, progress = $9, progress_note = $10,
                error = $11, cancel_requested = $12, started_at = $13, finished_at = $14,
                is_submitting = $15, ticket = $16, priority = $17, rank = $18
            WHERE sequence = $1
            """,
            [
                .integer(record.sequence), .text(record.state.rawValue), .integer(record.attempt),
                .integer(record.rescues), .integer(record.runAt), .text(ifAny: record.owner),
                .integer(ifAny: record.leaseExpiresAt), .integer(record.token),
                .real(record.progress), .text(ifAny: record.note),
                .text(ifAny: record.failure?.stored), .integer(record.isCancelRequested ? 1 : 0),
                .integer(ifAny: record.startedAt), .integer(ifAny: record.finishedAt),
                .integer(record.isSubmitting ? 1 : 0), .text(ifAny: record.ticket),
                .integer(record.priority), .real(record.rank),
            ]
        )
    }

    /// Moves on those for which these completed jobs were the last they needed.
    func freeDependants(of completed: [Int]) throws(DatabaseError) {
        for var dependant in try dependants(of: completed) where dependant.state == .waiting {
            guard try needs(of: dependant.sequence).allSatisfy({ $0.state == .completed }) else {
                continue
            }
            try apply(dependant.free(now: now), to: dependant)
        }
    }

    /// A dependant that is cancelled takes its own dependants with it.
    private func cancelDependants(of record: JobRecord) throws(DatabaseError) {
        for var dependant in try dependants(of: [record.sequence])
        where dependant.state == .waiting {
            let reason = record.reasonForDependants
            try apply(dependant.cancel(reason: reason, now: now), to: dependant)
        }
    }

    private func note(
        _ transition: JobTransition?,
        of record: JobRecord
    ) throws(DatabaseError) {
        try connection.execute(
            """
            INSERT INTO job_event (job, at, transition, state, attempt, owner, note)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .integer(record.sequence), .integer(now), .text(ifAny: transition?.rawValue),
                .text(record.state.rawValue), .integer(record.attempt), .text(ifAny: record.owner),
                .text(ifAny: record.failure?.message),
            ]
        )
    }

    /// Returns the place of the new row; nil when there is no room for it.
    private func add(_ new: NewJob, in state: JobState) throws(DatabaseError) -> Int? {
        let number = connection.dialect.nextNumber(
            of: "sequence",
            in: "job",
            sequence: "job_sequence"
        )
        let rows = try connection.rows(
            """
            INSERT INTO job (
                sequence, rank, id, queue, provider, lane, kind, payload, batch, unique_key,
                state, priority, max_attempts, run_at, work, created_at
            )
            SELECT
                number, number, $1, $2, $3, $4, $5, $6, $7, $8, $9,
                CAST($10 AS BIGINT), CAST($11 AS BIGINT), CAST($12 AS BIGINT),
                CAST($13 AS DOUBLE PRECISION), CAST($14 AS BIGINT)
            FROM (\(number)) AS next WHERE true
            ON CONFLICT DO NOTHING RETURNING sequence
            """,
            [
                .text(new.id.text), .text(new.queue), .text(ifAny: new.provider),
                .text(JobLane(queue: new.queue, provider: new.provider).name), .text(new.kind),
                .text(new.payload), .text(ifAny: new.batch), .text(ifAny: new.uniqueKey),
                .text(state.rawValue), .integer(new.priority), .integer(new.maxAttempts),
                .integer(new.runAt ?? now), .real(new.work), .integer(now),
            ]
        )
        return try rows.first?.integer("sequence")
    }

    /// Returns the job that stood in the way of a new one.
    private func standing(for new: NewJob) throws(DatabaseError) -> Job.ID {
        let rows = try connection.rows(
            """
            SELECT id FROM job WHERE unique_key = $1
                AND state NOT IN ('completed', 'failed', 'cancelled')
            """,
            [.text(ifAny: new.uniqueKey)]
        )
        return try rows.first.flatMap { row throws(DatabaseError) in Job.ID(try row.text("id")) }
            ?? new.id
    }
}

extension JobRecord {
    /// What the jobs that waited for it are told.
    fileprivate var reasonForDependants: JobFailure {
        let why = failure.map { ": \($0.message)" } ?? "."
        return JobFailure(
            message: state == .failed
                ? "The job it waited for failed\(why)"
                : "The job it waited for was cancelled\(why)"
        )
    }
}

extension DatabaseError {
    fileprivate static func unknownDependency(of id: Job.ID) -> DatabaseError {
        DatabaseError(
            kind: .constraint,
            message: "The job \(id) waits for one that is not queued; queue that one first."
        )
    }
}
