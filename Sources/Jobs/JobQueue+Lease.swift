import Database

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
            .progress,
            setting: "progress = $5, progress_note = $6,",
            [.real(share), .text(ifAny: note)]
        )
    }

    /// Makes the lease hold for its full time again.
    package func renew(_ lease: Lease) throws -> LeaseStatus {
        try touch(lease, .renew, setting: "", [])
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

    /// Settles the job as failed, or puts it off when the failure is transient
    /// and it has tries left.
    ///
    /// `random`, from 0 to 1, decides the length of the wait.
    ///
    /// - Throws: ``JobError/leaseLost``, ``DatabaseError``.
    package func fail(_ lease: Lease, _ failure: JobFailure, random: Double) throws {
        try settle(lease, .fail) { record, ledger in
            record.fail(failure, now: ledger.now, random: random, policy: policy)
        }
    }

    /// Gives the job back, because this worker has to leave or was asked to
    /// stop; the attempt does not count.
    ///
    /// When cancelling was asked for, and not taken back by a retry in the
    /// meantime, the job is cancelled.
    ///
    /// - Throws: ``JobError/leaseLost``, ``DatabaseError``.
    package func release(_ lease: Lease) throws {
        try settle(lease, .release) { record, ledger in record.release(now: ledger.now) }
    }

    /// Notes that something paid for is about to be sent, before it is.
    ///
    /// Should nothing more be heard of the worker, it cannot be known whether
    /// it was, and a person decides. Where the other side knows a request again
    /// by its key, and takes it once, this is not needed.
    ///
    /// - Throws: ``JobError/leaseLost``, ``DatabaseError``.
    package func submitting(_ lease: Lease) throws {
        try change(lease, .submit) { $0.isSubmitting = true }
    }

    /// Keeps what the other side gave for what was sent, before it is first
    /// asked after.
    ///
    /// - Throws: ``JobError/leaseLost``, ``DatabaseError``.
    package func submitted(_ lease: Lease, ticket: String) throws {
        try change(lease, .ticket) { record in
            record.isSubmitting = false
            record.ticket = ticket
        }
    }

    /// Notes that the other side has nothing of this job.
    ///
    /// It was refused, never sent, or ended there without a result; the next
    /// attempt asks anew.
    ///
    /// - Throws: ``JobError/leaseLost``, ``DatabaseError``.
    package func forget(_ lease: Lease) throws {
        try change(lease, .ticket) { record in
            record.isSubmitting = false
            record.ticket = nil
        }
    }

    /// Leaves it to a person whether what was sent arrived.
    ///
    /// - Throws: ``JobError/leaseLost``, ``DatabaseError``.
    package func doubt(_ lease: Lease, _ failure: JobFailure) throws {
        try settle(lease, .doubt) { record, ledger in record.doubt(failure, now: ledger.now) }
    }

    private func settle(
        _ lease: Lease,
        _ operation: JobPoint.Operation,
        _ rule: (inout JobRecord, JobLedger) throws -> JobTransition?
    ) throws {
        try transact(operation) { ledger in
            guard var record = try ledger.record(under: lease) else { throw JobError.leaseLost }
            try ledger.apply(rule(&record, ledger), to: record)
        }
    }

    private func change(
        _ lease: Lease,
        _ operation: JobPoint.Operation,
        _ edit: (inout JobRecord) -> Void
    ) throws {
        try transact(operation) { ledger in
            guard var record = try ledger.record(under: lease) else { throw JobError.leaseLost }
            edit(&record)
            try ledger.store(record)
        }
    }

    private func touch(
        _ lease: Lease,
        _ operation: JobPoint.Operation,
        setting columns: String,
        _ arguments: [SQLValue]
    ) throws -> LeaseStatus {
        try transact(operation) { ledger in
            let rows = try ledger.connection.rows(
                """
                UPDATE job SET \(columns) lease_expires_at = $4
                WHERE sequence = $1 AND state = 'running' AND lease_owner = $2
                    AND lease_token = $3
                RETURNING cancel_requested
                """,
                [
                    .integer(lease.sequence), .text(lease.owner.description),
                    .integer(lease.token), .integer(ledger.now + leaseDuration),
                ] + arguments
            )
            guard let row = rows.first else { return .lost }
            return .held(cancelRequested: try row.flag("cancel_requested"))
        }
    }
}
