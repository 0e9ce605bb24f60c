package import Database

extension JobQueue {
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
        try transact(.complete) { ledger in
            guard try complete([lease], on: ledger).count == 1 else { throw JobError.leaseLost }
            try also(ledger.connection)
        }
    }

    /// Settles several jobs as done in one transaction.
    ///
    /// - Returns: The leases that were lost; nothing happened to their jobs.
    /// - Precondition: All leases are of one owner.
    package func complete(_ leases: [Lease]) throws -> [Lease] {
        precondition(
            Set(leases.map(\.owner)).count < 2,
            "What one worker finished is settled together."
        )
        if leases.isEmpty { return [] }
        let done = try transact(.complete) { try complete(leases, on: $0) }
        return leases.filter { !done.contains($0.sequence) }
    }

    /// Returns the places of the jobs that were held.
    ///
    /// What is written here is what ``JobRecord/complete(now:)`` does; it
    /// stands in SQL, too, because fifty are completed at once.
    private func complete(_ leases: [Lease], on ledger: JobLedger) throws -> Set<Int> {
        var done: [Int] = []
        for start in stride(from: 0, to: leases.count, by: 64) {
            let part = leases[start..<min(start + 64, leases.count)]
            done += try complete(part: Array(part), on: ledger)
        }
        try ledger.noteAll(done, as: .completed)
        try ledger.freeDependants(of: done)
        return Set(done)
    }

    private func complete(part leases: [Lease], on ledger: JobLedger) throws -> [Int] {
        guard let owner = leases.first?.owner else { return [] }
        // Filled up to few lengths, each a statement of its own to prepare.
        let length = [1, 4, 16, 64].first { $0 >= leases.count } ?? leases.count
        let filled =
            leases + Array(repeating: leases[leases.count - 1], count: length - leases.count)
        let pairs = filled.indices.map { index in
            "(CAST($\(2 * index + 3) AS BIGINT), CAST($\(2 * index + 4) AS BIGINT))"
        }
        let rows = try ledger.connection.rows(
            """
            WITH held (place, token) AS (VALUES \(pairs.joined(separator: ", ")))
            UPDATE job SET
                state = 'completed', progress = 1, finished_at = $2, lease_owner = NULL,
                lease_expires_at = NULL, is_submitting = 0
            FROM held
            WHERE sequence = held.place AND lease_token = held.token
                AND state = 'running' AND lease_owner = $1
            RETURNING sequence
            """,
            [.text(owner.description), .integer(ledger.now)]
                + filled.flatMap { [.integer($0.sequence), .integer($0.token)] }
        )
        return try rows.map { try $0.integer("sequence") }
    }
}
