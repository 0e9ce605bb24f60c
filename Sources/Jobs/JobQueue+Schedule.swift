import Database

extension JobQueue {
    /// Has a job queued every so often, beginning one interval from now.
    ///
    /// Saying the same again changes nothing; another interval counts from the
    /// next turn on.
    package func schedule(_ schedule: JobSchedule) throws {
        try transact(.schedule) { ledger in
            _ = try ledger.connection.execute(
                """
                INSERT INTO job_schedule (name, queue, kind, payload, every, next_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (name) DO UPDATE SET
                    queue = excluded.queue, kind = excluded.kind, payload = excluded.payload,
                    every = excluded.every
                """,
                [
                    .text(schedule.name), .text(schedule.queue), .text(schedule.kind),
                    .text(schedule.payload), .integer(max(1, schedule.every)),
                    .integer(ledger.now + max(1, schedule.every)),
                ]
            )
        }
    }

    /// Ends a schedule; what it has queued stays.
    package func unschedule(_ name: String) throws {
        try transact(.schedule) { ledger in
            _ = try ledger.connection.execute(
                "DELETE FROM job_schedule WHERE name = $1",
                [.text(name)]
            )
        }
    }

    /// Queues what is due by now.
    ///
    /// Turns that were missed, because no worker ran, are made up for by one;
    /// and while the last one is not settled, no other is queued. Every worker
    /// may call this: a turn is queued once.
    ///
    /// - Returns: How many jobs were queued.
    @discardableResult
    package func runSchedules() throws -> Int {
        let now = clock()
        let isDue = try database.read { connection in
            let sql = "SELECT 1 AS due FROM job_schedule WHERE next_at <= $1 LIMIT 1"
            return try !connection.rows(sql, [.integer(now)]).isEmpty
        }
        guard isDue else { return 0 }
        return try transact(.schedule) { ledger in
            let rows = try ledger.connection.rows(
                """
                SELECT * FROM job_schedule WHERE next_at <= $1 ORDER BY name
                \(ledger.connection.dialect.lock)
                """,
                [.integer(now)]
            )
            var random = SystemRandomNumberGenerator()
            for row in rows {
                try ledger.insert(
                    NewJob(
                        id: Job.ID(at: now, using: &random),
                        queue: try row.text("queue"),
                        kind: try row.text("kind"),
                        payload: try row.text("payload"),
                        uniqueKey: "schedule:\(try row.text("name"))"
                    )
                )
                let every = max(1, try row.integer("every"))
                let missed = (now - (try row.integer("next_at"))) / every + 1
                try ledger.connection.execute(
                    "UPDATE job_schedule SET next_at = next_at + $2 WHERE name = $1",
                    [.text(try row.text("name")), .integer(missed * every)]
                )
            }
            return rows.count
        }
    }
}
