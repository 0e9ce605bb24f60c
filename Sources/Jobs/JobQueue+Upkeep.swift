import Database

extension JobQueue {
    /// How long what is settled is kept, in milliseconds.
    package struct Retention: Hashable, Sendable {
        package var completed: Int
        package var stopped: Int

        package init(completed: Int, stopped: Int) {
            self.completed = completed
            self.stopped = stopped
        }

        /// Done for a week; what failed or was cancelled, for a month.
        package static let standard = Retention(
            completed: 7 * 86_400_000,
            stopped: 30 * 86_400_000
        )
    }

    /// Removes jobs that were settled long ago, with their history, up to
    /// `limit` of them.
    ///
    /// Kept are uncertain jobs, which somebody has to decide, what an unsettled
    /// job waits for, and what the `SELECT` of ids in `sparing` names.
    ///
    /// - Returns: How many were removed; as many as `limit` means that there
    ///   may be more.
    @discardableResult
    package func clean(
        keeping retention: Retention = .standard,
        sparing: String? = nil,
        limit: Int = 1000
    ) throws -> Int {
        try transact(.clean) { ledger in
            let spared = sparing.map { "AND id NOT IN (\($0))" } ?? ""
            let rows = try ledger.connection.rows(
                """
                DELETE FROM job WHERE sequence IN (
                    SELECT sequence FROM job AS old
                    WHERE (
                        (state = 'completed' AND finished_at <= $1)
                        OR (state IN ('failed', 'cancelled') AND finished_at <= $2)
                    ) \(spared) AND NOT EXISTS (
                        SELECT 1 FROM job_dependency
                        JOIN job AS child ON child.sequence = job_dependency.job
                        WHERE job_dependency.needs = old.sequence
                            AND child.state NOT IN ('completed', 'failed', 'cancelled')
                    )
                    LIMIT $3
                ) RETURNING sequence
                """,
                [
                    .integer(ledger.now - retention.completed),
                    .integer(ledger.now - retention.stopped), .integer(max(0, limit)),
                ]
            )
            let gone = try rows.map { SQLValue.integer(try $0.integer("sequence")) }
            for part in SQLPlaceholders.portions(of: gone) {
                let list = SQLPlaceholders.list(part.count)
                for sql in [
                    "DELETE FROM job_event WHERE job IN (\(list))",
                    "DELETE FROM job_log WHERE job IN (\(list))",
                    "DELETE FROM job_dependency WHERE job IN (\(list)) OR needs IN (\(list))",
                ] { try ledger.connection.execute(sql, part) }
            }
            return gone.count
        }
    }
}
