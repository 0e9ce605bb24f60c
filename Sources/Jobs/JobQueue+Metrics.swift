import Database

extension JobQueue {
    /// The last completed jobs of a kind that tell its pace.
    private static let paceSample = 20

    /// Measures the queue; reads what is not settled and a little of what is.
    package func metrics() throws -> JobMetrics {
        let now = clock()
        return try database.read { connection in
            let waits = try connection.rows(
                "SELECT MIN(run_at) AS first FROM job WHERE state = 'available'"
            )
            let first = try waits.first?.optionalInteger("first")
            let done = try connection.rows(
                """
                SELECT COUNT(*) AS jobs FROM job
                WHERE state = 'completed' AND finished_at > $1
                """,
                [.integer(now - 3_600_000)]
            )
            return JobMetrics(
                counts: try counts(on: connection),
                longestWait: first.map { max(0, now - $0) } ?? 0,
                completedLastHour: try done.first?.integer("jobs") ?? 0,
                paces: try paces(on: connection)
            )
        }
    }

    private func counts(
        on connection: any SQLConnection
    ) throws -> [String: [JobState: Int]] {
        var counts: [String: [JobState: Int]] = [:]
        // Each part is a condition that one index holds the rows of.
        let parts = [
            "state = 'available'", "state = 'running'", "state = 'waiting'",
            "state IN ('scheduled', 'retrying')", Self.stopped,
        ].map {
            "SELECT queue, state, COUNT(*) AS jobs FROM job WHERE \($0) GROUP BY queue, state"
        }
        for row in try connection.rows(parts.joined(separator: " UNION ALL ")) {
            guard let state = JobState(rawValue: try row.text("state")) else { continue }
            counts[try row.text("queue"), default: [:]][state] = try row.integer("jobs")
        }
        return counts
    }

    private func paces(on connection: any SQLConnection) throws -> [String: JobMetrics.Pace] {
        // The latest hundreds hold enough of every kind that is in use.
        let rows = try connection.rows(
            """
            SELECT kind, work, finished_at - started_at AS took FROM job
            WHERE state = 'completed' AND started_at IS NOT NULL
            ORDER BY finished_at DESC LIMIT 400
            """
        )
        var samples: [String: (count: Int, took: Double, work: Double)] = [:]
        for row in rows {
            let kind = try row.text("kind")
            let sample = samples[kind] ?? (0, 0, 0)
            guard sample.count < Self.paceSample else { continue }
            samples[kind] = (
                sample.count + 1, sample.took + Double(max(0, try row.integer("took"))),
                sample.work + max(0, try row.real("work"))
            )
        }
        return samples.compactMapValues { sample in
            sample.work > 0
                ? JobMetrics.Pace(
                    count: sample.count,
                    millisecondsPerUnit: sample.took / sample.work
                ) : nil
        }
    }
}
