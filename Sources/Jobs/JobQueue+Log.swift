import Database

extension JobQueue {
    /// The most characters of a line that are kept.
    static let logLineLimit = 2000
    /// The most lines that are kept of one job.
    static let logLimit = 500

    /// Writes a line about a job, of which the latest ones are kept.
    package func log(_ lease: Lease, _ line: String) throws {
        let text = String(line.prefix(Self.logLineLimit).filter { $0 != "\0" })
        try database.write { connection in
            let ledger = JobLedger(connection: connection, now: clock())
            guard let record = try ledger.record(under: lease) else { throw JobError.leaseLost }
            try connection.execute(
                "INSERT INTO job_log (job, at, attempt, line) VALUES ($1, $2, $3, $4)",
                [
                    .integer(lease.sequence), .integer(ledger.now), .integer(record.attempt),
                    .text(text),
                ]
            )
            try connection.execute(
                """
                DELETE FROM job_log WHERE job = $1 AND number <= (
                    SELECT number FROM job_log WHERE job = $1
                    ORDER BY number DESC LIMIT 1 OFFSET $2
                )
                """,
                [.integer(lease.sequence), .integer(Self.logLimit)]
            )
        }
    }

    /// Returns what was written about a job, oldest first.
    package func log(of id: Job.ID) throws -> [JobLogLine] {
        try database.read { connection in
            try connection.rows(
                """
                SELECT * FROM job_log WHERE job = (SELECT sequence FROM job WHERE id = $1)
                ORDER BY number
                """,
                [.text(id.text)]
            ).map { row in
                JobLogLine(
                    at: try row.integer("at"),
                    attempt: try row.integer("attempt"),
                    text: try row.text("line")
                )
            }
        }
    }
}
