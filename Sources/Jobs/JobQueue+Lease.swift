package import Database

/// What the holder of a lease may do.
extension JobQueue {
    /// Notes how far the work is, and renews the lease with it.
    ///
    /// One small transaction each; at most four a second are of use.
    ///
    /// `value` is from 0 to 1, anything else is brought into range; `note` says
    /// what is being done, for the reader.
    package func progress(_ lease: Lease, _ value: Double, note: String?) throws -> LeaseStatus {
        let share = value.isFinite ? min(max(value, 0), 1) : 0
        return try touch(
            lease,
            setting: "progress = $5, progress_note = $6,",
            [.real(share), .text(ifAny: note)]
        )
    }

    /// Makes the lease hold for its full time again.
    package func renew(_ lease: Lease) throws -> LeaseStatus {
        try touch(lease, setting: "", [])
    }

    /// Looks at the lease without renewing it; costs no write.
    package func status(of lease: Lease) throws -> LeaseStatus {
        try database.read { connection in
            let ledger = JobLedger(connection: connection, now: clock())
            guard let record = try ledger.records([lease.job]).first, record.isHeld(under: lease)
            else { return .lost }
            return .held(cancelRequested: record.isCancelRequested)
        }
    }

    /// Settles the job as done, together with what the caller writes.
    ///
    /// `also` writes the results in the same transaction; it is not run when
    /// the lease was lost, and when it throws the job stays running.
    ///
    /// - Throws: ``JobError/leaseLost``, ``DatabaseError``, and what `also` throws.
    package func complete(
        _ lease: Lease,
        also: (any SQLConnection) throws -> Void = { _ in }
    ) throws {
        try settle(lease) { record, ledger in
            try also(ledger.connection)
            return record.complete(now: ledger.now)
        }
    }

    /// Settles the job as failed, or puts it off when the failure is transient
    /// and it has tries left.
    ///
    /// `random`, from 0 to 1, decides the length of the wait.
    ///
    /// - Throws: ``JobError/leaseLost``, ``DatabaseError``.
    package func fail(_ lease: Lease, _ failure: JobFailure, random: Double) throws {
        try settle(lease) { record, ledger in
            record.fail(failure, now: ledger.now, random: random, policy: policy)
        }
    }

    /// Settles the job as cancelled, because that was asked for.
    ///
    /// When the asking was taken back by a retry in the meantime, the job
    /// becomes available again instead.
    ///
    /// - Throws: ``JobError/leaseLost``, ``DatabaseError``.
    package func cancelled(_ lease: Lease) throws {
        try settle(lease) { record, ledger in
            record.isCancelRequested
                ? record.cancel(reason: nil, now: ledger.now)
                : record.release(now: ledger.now)
        }
    }

    /// Gives the job back, because this worker has to leave; the attempt does
    /// not count.
    ///
    /// - Throws: ``JobError/leaseLost``, ``DatabaseError``.
    package func release(_ lease: Lease) throws {
        try settle(lease) { record, ledger in
            record.isCancelRequested
                ? record.cancel(reason: nil, now: ledger.now)
                : record.release(now: ledger.now)
        }
    }

    private func settle(
        _ lease: Lease,
        _ rule: (inout JobRecord, JobLedger) throws -> JobTransition?
    ) throws {
        try database.write { connection in
            let ledger = JobLedger(connection: connection, now: clock())
            guard var record = try ledger.records([lease.job]).first, record.isHeld(under: lease)
            else { throw JobError.leaseLost }
            try ledger.apply(rule(&record, ledger), to: record)
        }
    }

    private func touch(
        _ lease: Lease,
        setting columns: String,
        _ arguments: [SQLValue]
    ) throws -> LeaseStatus {
        try database.write { connection in
            let rows = try connection.rows(
                """
                UPDATE job SET \(columns) lease_expires_at = $4
                WHERE id = $1 AND state = 'running' AND lease_owner = $2 AND lease_token = $3
                RETURNING cancel_requested
                """,
                [
                    .text(lease.job.text), .text(lease.owner.description), .integer(lease.token),
                    .integer(clock() + leaseDuration),
                ] + arguments
            )
            guard let row = rows.first else { return .lost }
            return .held(cancelRequested: try row.flag("cancel_requested"))
        }
    }
}
