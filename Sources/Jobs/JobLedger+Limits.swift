import Database

extension JobLedger {
    /// Returns every limit that was ever set, by name; those that have to be
    /// counted against are locked.
    func limits() throws(DatabaseError) -> [String: JobLimit] {
        let limits = try readLimits(lock: "")
        let isCounted = limits.values.contains { $0.concurrency != nil || $0.rate != nil }
        return isCounted && connection.dialect == .postgres
            ? try readLimits(lock: "ORDER BY name \(connection.dialect.lock)") : limits
    }

    private func readLimits(lock: String) throws(DatabaseError) -> [String: JobLimit] {
        var limits: [String: JobLimit] = [:]
        for row in try connection.rows("SELECT * FROM job_limit \(lock)") {
            let limit = try JobLimit(row)
            limits[limit.name] = limit
        }
        return limits
    }

    /// Returns how many jobs run under each limit; nothing where none is counted.
    func runningCounts(
        under limits: [String: JobLimit]
    ) throws(DatabaseError) -> [String: Int] {
        guard limits.values.contains(where: { $0.concurrency != nil }) else { return [:] }
        var counts: [String: Int] = [:]
        let rows = try connection.rows(
            "SELECT lane, COUNT(*) AS jobs FROM job WHERE state = 'running' GROUP BY lane"
        )
        for row in rows {
            let count = try row.integer("jobs")
            for name in JobLane(name: try row.text("lane")).limits {
                counts[name, default: 0] += count
            }
        }
        return counts
    }

    func save(_ limit: JobLimit) throws(DatabaseError) {
        try connection.execute(
            """
            INSERT INTO job_limit (name, is_paused, concurrency, rate, burst, tokens, filled_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (name) DO UPDATE SET
                is_paused = excluded.is_paused, concurrency = excluded.concurrency,
                rate = excluded.rate, burst = excluded.burst, tokens = excluded.tokens,
                filled_at = excluded.filled_at
            """,
            [
                .text(limit.name), .integer(limit.isPaused ? 1 : 0),
                .integer(ifAny: limit.concurrency), limit.rate.map(SQLValue.real) ?? .null,
                .real(limit.burst), .real(limit.tokens), .integer(limit.filledAt),
            ]
        )
    }
}
