import Database
package import Jobs

// What is left of jobs that nobody wants any more.
extension RemoteWorkDesk {
    /// Milliseconds after which a vendor that did not answer is told again, and
    /// after which it is not.
    private static let farewell = (pause: 30_000, patience: 3_600_000)

    /// Returns jobs that were cancelled while no worker had them, and of which
    /// their vendor is to be told by now.
    package func farewells() throws -> [Job.ID] {
        let now = now()
        return try database.read { connection in
            try connection.rows(
                """
                SELECT id FROM remote_job WHERE farewell_at IS NOT NULL AND farewell_at <= $1
                ORDER BY farewell_at LIMIT 20
                """,
                [.integer(now)]
            ).compactMap { Job.ID(try $0.text("id")) }
        }
    }

    /// Notes whether the vendor was told, or is to be told again a while later.
    package func noteFarewell(of job: Job, isSaid: Bool) throws {
        let now = now()
        let isOver = now - (job.finishedAt ?? now) > Self.farewell.patience
        try database.write { connection in
            try connection.execute(
                "UPDATE remote_job SET farewell_at = $2 WHERE id = $1",
                [
                    .text(job.id.text),
                    .integer(ifAny: isSaid || isOver ? nil : now + Self.farewell.pause),
                ]
            )
        }
    }

    /// Forgets what ended long ago, with all that is known of it but what it cost.
    ///
    /// What is uncertain stays until somebody decides.
    ///
    /// - Returns: How many jobs are gone.
    @discardableResult
    package func clean(limit: Int = 1000) throws -> Int {
        let (time, retention) = (now(), settings.retention)
        let count = try database.write { connection in
            try connection.execute(
                """
                DELETE FROM remote_job WHERE id IN (
                    SELECT remote_job.id FROM remote_job JOIN job ON job.id = remote_job.id
                    WHERE job.state IN ('completed', 'failed', 'cancelled')
                        AND job.finished_at <= $1
                    LIMIT \(limit)
                )
                """,
                [.integer(time - retention)]
            )
        }
        // Never the job of what is still known, which would be known for ever then.
        try JobQueue(database: database, clock: now).clean(
            keeping: JobQueue.Retention(completed: retention, stopped: retention),
            sparing: "SELECT id FROM remote_job",
            limit: limit
        )
        return count
    }
}
