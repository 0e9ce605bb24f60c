import Database

extension JobLedger {
    /// Returns jobs in the order they are asked for; unknown ones are left out.
    func records(_ ids: [Job.ID]) throws(DatabaseError) -> [JobRecord] {
        try records(ids, lock: "")
    }

    /// Returns jobs that nobody else decides about until the transaction ends.
    func lockedRecords(_ ids: [Job.ID]) throws(DatabaseError) -> [JobRecord] {
        if ids.isEmpty { return [] }
        return try records(ids, lock: connection.dialect.lock)
    }

    /// Returns a job under its lease, locked; nil when the lease is lost.
    func record(under lease: Lease) throws(DatabaseError) -> JobRecord? {
        let rows = try connection.rows(
            "SELECT * FROM job WHERE sequence = $1 \(connection.dialect.lock)",
            [.integer(lease.sequence)]
        )
        guard let row = rows.first else { return nil }
        let record = try JobRecord(row)
        return record.id == lease.job && record.isHeld(under: lease) ? record : nil
    }

    /// Returns the jobs that wait for any of these, locked in the one order
    /// that keeps two transactions from waiting for each other.
    func dependants(of sequences: [Int]) throws(DatabaseError) -> [JobRecord] {
        var records: [JobRecord] = []
        for portion in SQLPlaceholders.portions(of: sequences.map(SQLValue.integer)) {
            let list = SQLPlaceholders.list(portion.count)
            let rows = try connection.rows(
                """
                SELECT * FROM job WHERE sequence IN (
                    SELECT job FROM job_dependency WHERE needs IN (\(list))
                ) ORDER BY sequence \(connection.dialect.lock)
                """,
                portion
            )
            for row in rows { records.append(try JobRecord(row)) }
        }
        return records
    }

    /// Returns the jobs that one waits for.
    func needs(of sequence: Int) throws(DatabaseError) -> [JobRecord] {
        var records: [JobRecord] = []
        let rows = try connection.rows(
            """
            SELECT * FROM job WHERE sequence IN (
                SELECT needs FROM job_dependency WHERE job = $1
            ) ORDER BY sequence
            """,
            [.integer(sequence)]
        )
        for row in rows { records.append(try JobRecord(row)) }
        return records
    }

    /// Whether another unsettled job has this one's key by now.
    func isReplaced(_ record: JobRecord) throws(DatabaseError) -> Bool {
        try !connection.rows(
            """
            SELECT 1 AS found FROM job
            WHERE unique_key = (SELECT unique_key FROM job WHERE sequence = $1)
                AND sequence <> $1 AND state NOT IN ('completed', 'failed', 'cancelled')
            """,
            [.integer(record.sequence)]
        ).isEmpty
    }

    func running() throws(DatabaseError) -> [JobRecord] {
        var records: [JobRecord] = []
        for row in try connection.rows("SELECT * FROM job WHERE state = 'running'") {
            records.append(try JobRecord(row))
        }
        return records
    }

    private func records(
        _ ids: [Job.ID],
        lock: String
    ) throws(DatabaseError) -> [JobRecord] {
        var found: [Job.ID: JobRecord] = [:]
        for portion in SQLPlaceholders.portions(of: ids.map { .text($0.text) }) {
            let sql = """
                SELECT * FROM job WHERE id IN (\(SQLPlaceholders.list(portion.count)))
                ORDER BY sequence \(lock)
                """
            for row in try connection.rows(sql, portion) {
                let record = try JobRecord(row)
                found[record.id] = record
            }
        }
        return ids.compactMap { found[$0] }
    }
}
