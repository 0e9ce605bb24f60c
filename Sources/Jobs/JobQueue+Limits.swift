import Database

/// How much is worked on at a time.
extension JobQueue {
    /// Returns every limit that was set, by name.
    package func limits() throws -> [JobLimit] {
        try database.read { connection in
            try JobLedger(connection: connection, now: clock()).limits().values
                .sorted { $0.name < $1.name }
        }
    }

    /// Changes the limit of a name: `all`, `queue:NAME` or `provider:NAME`.
    ///
    /// A changed rate begins with a full burst.
    package func setLimit(_ name: String, _ edit: (inout JobLimit) -> Void) throws {
        try transact(.limit) { ledger in
            let old = try ledger.limits()[name] ?? JobLimit(name)
            var limit = old
            edit(&limit)
            if limit.rate != old.rate || limit.burst != old.burst {
                limit.tokens = max(1, limit.burst)
                limit.filledAt = ledger.now
            }
            try ledger.save(limit)
            try ledger.connection.announce()
        }
    }

    /// Begins nothing new of a queue, or of any; what runs goes on.
    package func pause(_ queue: String?) throws {
        try setLimit(queue.map(JobLimit.queue) ?? JobLimit.everything) { $0.isPaused = true }
    }

    /// Says of the jobs of a queue that could begin why they do not, in their
    /// notes; nil takes that back, as does whoever claims them.
    package func explain(_ queue: String, _ reason: String?) throws {
        try database.write { connection in
            let count = try connection.execute(
                """
                UPDATE job SET progress_note = $2
                WHERE queue = $1 AND state = 'available' AND COALESCE(progress_note, '') <> $3
                """,
                [.text(queue), .text(ifAny: reason), .text(reason ?? "")]
            )
            if count > 0 { try connection.announce() }
        }
    }

    /// Lets a queue go on; without one, lets everything go on that was paused.
    package func resume(_ queue: String?) throws {
        if let queue {
            try setLimit(JobLimit.queue(queue)) { $0.isPaused = false }
        } else {
            for limit in try limits() where limit.isPaused {
                try setLimit(limit.name) { $0.isPaused = false }
            }
        }
    }
}
