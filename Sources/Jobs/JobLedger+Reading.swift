import Database

extension JobLedger {
    /// Returns jobs in the order they are asked for; unknown ones are left out.
    func records(_ ids: [Job.ID]) throws(DatabaseError) -> [JobRecord] {
        var found: [Job.ID: JobRecord] = [:]
        for portion in SQLPlaceholders.portions(of: ids.map { .text($0.text) }) {
            let sql = "SELECT * FROM job WHERE id IN (\(SQLPlaceholders.list(portion.count)))"
            for row in try connection.rows(sql, portion) {
                let record = try JobRecord(row)
                found[record.id] = record
            }
        }
        return ids.compactMap { found[$0] }
    }

    /// Returns the jobs that wait for one.
    func dependants(of id: Job.ID) throws(DatabaseError) -> [JobRecord] {
        try related(to: id, wanted: "job", given: "needs")
    }

    /// Returns the jobs that one waits for.
    func needs(of id: Job.ID) throws(DatabaseError) -> [JobRecord] {
        try related(to: id, wanted: "needs", given: "job")
    }

    private func related(
        to id: Job.ID,
        wanted: String,
        given: String
    ) throws(DatabaseError) -> [JobRecord] {
        let rows = try connection.rows(
            """
            SELECT job.* FROM job_dependency
            JOIN job ON job.id = job_dependency.\(wanted)
            WHERE job_dependency.\(given) = $1
            ORDER BY job.sequence
            """,
            [.text(id.text)]
        )
        var records: [JobRecord] = []
        for row in rows { records.append(try JobRecord(row)) }
        return records
    }

    /// Returns the job whose turn it is.
    ///
    /// Without `queues`, of every queue.
    func next(in queues: [String]?) throws(DatabaseError) -> JobRecord? {
        if let queues, queues.isEmpty { return nil }
        let among = queues.map { "AND queue IN (\(SQLPlaceholders.list($0.count, from: 2)))" }
        let rows = try connection.rows(
            """
            SELECT * FROM job
            WHERE state IN ('available', 'scheduled') AND run_at <= $1 AND cancel_requested = 0
            \(among ?? "")
            ORDER BY priority DESC, run_at, sequence LIMIT 1
            """,
            [.integer(now)] + (queues ?? []).map(SQLValue.text)
        )
        guard let row = rows.first else { return nil }
        return try JobRecord(row)
    }

    func running() throws(DatabaseError) -> [JobRecord] {
        var records: [JobRecord] = []
        for row in try connection.rows("SELECT * FROM job WHERE state = 'running'") {
            records.append(try JobRecord(row))
        }
        return records
    }
}
