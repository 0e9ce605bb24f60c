package import Database

/// What can be seen of the queue.
extension JobQueue {
    /// Returns jobs in the order they are asked for; unknown ones are left out.
    package func jobs(_ ids: [Job.ID]) throws -> [Job] {
        try database.read { try jobs(ids, on: $0) }
    }

    /// Returns jobs as the caller's transaction sees them.
    package func jobs(_ ids: [Job.ID], on connection: any SQLConnection) throws -> [Job] {
        try JobLedger(connection: connection, now: clock()).records(ids).map(\.job)
    }

    /// Returns the jobs that are not settled, in the order they run, then those
    /// that were settled last, the latest first, up to `settled` of them.
    package func list(settled: Int = 50) throws -> [Job] {
        try database.read { connection in
            let open = try connection.rows(
                """
                SELECT * FROM job
                WHERE state IN ('running', 'available', 'waiting', 'scheduled', 'retrying')
                ORDER BY CASE state
                    WHEN 'running' THEN 0 WHEN 'available' THEN 1 WHEN 'waiting' THEN 2
                    WHEN 'retrying' THEN 3 ELSE 4 END,
                    priority DESC, rank, sequence LIMIT 10000
                """
            )
            let ended = try ["completed", "failed", "cancelled", "uncertain"].flatMap { state in
                try connection.rows(
                    """
                    SELECT * FROM job WHERE state = '\(state)'
                    ORDER BY finished_at DESC, sequence DESC LIMIT $1
                    """,
                    [.integer(max(0, settled))]
                )
            }
            let last = try ended.map { try JobRecord($0) }
                .sorted { ($0.finishedAt ?? 0, $0.sequence) > ($1.finishedAt ?? 0, $1.sequence) }
                .prefix(max(0, settled))
            return try open.map { try JobRecord($0).job } + last.map(\.job)
        }
    }

    /// Returns the jobs whose id begins or ends so, or that are of a batch of
    /// that name.
    ///
    /// At most ten: enough to say that it is not clear which is meant.
    package func find(_ text: String) throws -> [Job] {
        let prefix = text.lowercased().filter { $0.isHexDigit || $0 == "-" }
        return try database.read { connection in
            try connection.rows(
                """
                SELECT * FROM job WHERE id LIKE $1 OR id LIKE $2 OR batch = $3
                ORDER BY sequence LIMIT 10
                """,
                // Digits and dashes alone, so that nothing in them stands for others.
                [
                    .text(prefix.isEmpty ? "-" : "\(prefix)%"),
                    .text(prefix.isEmpty ? "-" : "%\(prefix)"), .text(text),
                ]
            ).map { try JobRecord($0).job }
        }
    }

    /// Whether any job can be claimed now or within a time, or is being worked
    /// on, perhaps by a worker that died.
    ///
    /// `milliseconds` is how far ahead is looked; without it, for ever. What
    /// waits in other `queues` than these does not count; what runs there does.
    package func hasWork(
        within milliseconds: Int? = nil,
        in queues: [String]? = nil
    ) throws -> Bool {
        let horizon = milliseconds.map { clock() + $0 } ?? Int.max
        let names = queues ?? []
        let places = names.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
        let mine = queues == nil ? "" : "AND queue IN (\(places))"
        return try database.read { connection in
            try !connection.rows(
                """
                SELECT 1 AS found WHERE
                    EXISTS (SELECT 1 FROM job WHERE state = 'available' \(mine))
                    OR EXISTS (SELECT 1 FROM job WHERE state = 'running')
                    OR EXISTS (
                        SELECT 1 FROM job
                        WHERE state IN ('scheduled', 'retrying') AND run_at <= $1 \(mine)
                    )
                """,
                [.integer(horizon)] + names.map(SQLValue.text)
            ).isEmpty
        }
    }

    /// Returns all that happened to a job, oldest first.
    package func history(_ id: Job.ID) throws -> [JobEvent] {
        try database.read { try history(id, on: $0) }
    }

    /// Returns all that happened to a job, as the caller's transaction sees it.
    package func history(_ id: Job.ID, on connection: any SQLConnection) throws -> [JobEvent] {
        try connection.rows(
            """
            SELECT * FROM job_event WHERE job = (SELECT sequence FROM job WHERE id = $1)
            ORDER BY number
            """,
            [.text(id.text)]
        ).map { row in
            JobEvent(
                at: try row.integer("at"),
                transition: try row.optionalText("transition").flatMap(JobTransition.init),
                state: JobState(rawValue: try row.text("state")) ?? .failed,
                attempt: try row.integer("attempt"),
                owner: try row.optionalText("owner").flatMap(JobOwner.init),
                note: try row.optionalText("note")
            )
        }
    }

    /// Returns the jobs that a job waits for, and those that wait for it.
    package func neighbours(
        of id: Job.ID
    ) throws -> (needs: [Job.ID], dependants: [Job.ID]) {
        try database.read { connection in
            func ids(_ wanted: String, where given: String) throws -> [Job.ID] {
                try connection.rows(
                    """
                    SELECT id FROM job WHERE sequence IN (
                        SELECT \(wanted) FROM job_dependency
                        WHERE \(given) = (SELECT sequence FROM job WHERE id = $1)
                    ) ORDER BY sequence
                    """,
                    [.text(id.text)]
                ).compactMap { Job.ID(try $0.text("id")) }
            }
            return (try ids("needs", where: "job"), try ids("job", where: "needs"))
        }
    }
}
