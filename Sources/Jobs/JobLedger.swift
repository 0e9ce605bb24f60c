import Database

/// The queue's rows inside one transaction.
struct JobLedger {
    let connection: any SQLConnection
    let now: Int

    /// Adds a job; one that is there already stays as it is.
    func insert(_ new: NewJob) throws(DatabaseError) {
        let needs = try records(new.dependsOn)
        let stopped = needs.first { $0.state == .failed || $0.state == .cancelled }
        let isFree = needs.allSatisfy { $0.state == .completed }
        var record = JobRecord(new, state: isFree ? .available : .waiting, now: now)
        let added = try connection.execute(
            """
            INSERT INTO job
                (id, sequence, queue, kind, payload, state, priority, max_attempts, run_at, created_at)
            VALUES
                ($1, (SELECT COALESCE(MAX(sequence), 0) + 1 FROM job), $2, $3, $4, $5, $6, $7, $8, $8)
            ON CONFLICT (id) DO NOTHING
            """,
            [
                .text(new.id.text), .text(new.queue), .text(new.kind), .text(new.payload),
                .text(record.state.rawValue), .integer(new.priority), .integer(new.maxAttempts),
                .integer(now),
            ]
        )
        guard added == 1 else { return }
        for need in new.dependsOn {
            try connection.execute(
                "INSERT INTO job_dependency (job, needs) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                [.text(new.id.text), .text(need.text)]
            )
        }
        try note(nil, of: record)
        if let stopped {
            try apply(record.cancel(reason: stopped.reasonForDependants, now: now), to: record)
        }
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
        case .completed: try freeDependants(of: record)
        case .failed, .cancelled: try cancelDependants(of: record)
        case .waiting, .available, .scheduled, .running: break
        }
    }

    /// Writes every column that a rule may change.
    func store(_ record: JobRecord) throws(DatabaseError) {
        try connection.execute(
            """
            UPDATE job SET
                state = $2, attempt = $3, rescues = $4, run_at = $5, lease_owner = $6,
                lease_expires_at = $7, lease_token = $8, progress = $9, progress_note = $10,
                error = $11, cancel_requested = $12, started_at = $13, finished_at = $14
            WHERE id = $1
            """,
            [
                .text(record.id.text), .text(record.state.rawValue), .integer(record.attempt),
                .integer(record.rescues), .integer(record.runAt), .text(ifAny: record.owner),
                .integer(ifAny: record.leaseExpiresAt), .integer(record.token),
                .real(record.progress), .text(ifAny: record.note),
                .text(ifAny: record.failure?.stored), .integer(record.isCancelRequested ? 1 : 0),
                .integer(ifAny: record.startedAt), .integer(ifAny: record.finishedAt),
            ]
        )
    }

    private func note(
        _ transition: JobTransition?,
        of record: JobRecord
    ) throws(DatabaseError) {
        try connection.execute(
            """
            INSERT INTO job_event (job, position, at, transition, state, attempt, note)
            VALUES (
                $1, (SELECT COALESCE(MAX(position), 0) + 1 FROM job_event WHERE job = $1),
                $2, $3, $4, $5, $6
            )
            """,
            [
                .text(record.id.text), .integer(now), .text(ifAny: transition?.rawValue),
                .text(record.state.rawValue), .integer(record.attempt),
                .text(ifAny: record.failure?.message),
            ]
        )
    }

    private func freeDependants(of record: JobRecord) throws(DatabaseError) {
        for var dependant in try dependants(of: record.id) where dependant.state == .waiting {
            guard try needs(of: dependant.id).allSatisfy({ $0.state == .completed }) else {
                continue
            }
            try apply(dependant.free(), to: dependant)
        }
    }

    /// A dependant that is cancelled takes its own dependants with it.
    private func cancelDependants(of record: JobRecord) throws(DatabaseError) {
        for var dependant in try dependants(of: record.id) where dependant.state == .waiting {
            let reason = record.reasonForDependants
            try apply(dependant.cancel(reason: reason, now: now), to: dependant)
        }
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
