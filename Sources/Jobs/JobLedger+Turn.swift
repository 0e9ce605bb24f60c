import Database

/// Whose turn it is.
extension JobLedger {
    /// Makes available what waited for a time that has come.
    func bringDue(_ policy: RetryPolicy) throws(DatabaseError) {
        let longest = policy.longestDelay
        let rows = try connection.rows(
            """
            SELECT * FROM job
            WHERE state IN ('scheduled', 'retrying')
                AND (run_at <= $1 OR (state = 'retrying' AND run_at > $2))
            ORDER BY run_at LIMIT 1000 \(connection.dialect.lockSkippingLocked)
            """,
            [.integer(now), .integer(now + longest)]
        )
        for row in rows {
            var record = try JobRecord(row)
            try apply(record.fallDue(now: now, longest: longest), to: record)
        }
    }

    /// Claims up to `limit` jobs for a worker, in their order.
    ///
    /// Without `queues`, of every queue.
    func claim(
        _ limit: Int,
        in queues: [String]?,
        by owner: JobOwner,
        lease: Int
    ) throws(DatabaseError) -> [JobRecord] {
        var lanes = try lanes()
        if let queues { lanes = lanes.filter { queues.contains($0.queue) } }
        if lanes.isEmpty { return [] }
        var limits = try limits()
        let share = try shares(of: lanes, under: &limits, upTo: limit)
        var claimed: [JobRecord] = []
        for (lane, count) in share where count > 0 {
            let records = try take(count, of: lane, by: owner, lease: lease)
            for name in lane.limits { limits[name]?.take(records.count, now: now) }
            claimed += records
        }
        try noteClaims(claimed)
        for limit in limits.values where limit.rate != nil && !claimed.isEmpty {
            try save(limit)
        }
        return claimed.sorted { $0.precedes($1) }
    }

    /// Returns the lines in which something may be taken, by name.
    ///
    /// One look into an index for each, however long they are.
    private func lanes() throws(DatabaseError) -> [JobLane] {
        let rows = try connection.rows(
            """
            WITH RECURSIVE lanes (name) AS (
                SELECT MIN(lane) FROM job WHERE state = 'available'
                UNION ALL
                SELECT (
                    SELECT MIN(job.lane) FROM job
                    WHERE job.state = 'available' AND job.lane > lanes.name
                ) FROM lanes WHERE lanes.name IS NOT NULL
            )
            SELECT name FROM lanes WHERE name IS NOT NULL
            """
        )
        var lanes: [JobLane] = []
        for row in rows { lanes.append(JobLane(name: try row.text("name"))) }
        return lanes
    }

    /// Returns how many jobs to take of each line, so that together they are
    /// the first `limit` in order and no limit is passed.
    private func shares(
        of lanes: [JobLane],
        under limits: inout [String: JobLimit],
        upTo limit: Int
    ) throws(DatabaseError) -> [(JobLane, Int)] {
        let running = try runningCounts(under: limits)
        var left = limits.mapValues { $0.allowance(running: running[$0.name] ?? 0, now: now) }
        let open = lanes.filter { lane in lane.limits.allSatisfy { left[$0] != 0 } }
        guard let first = open.first else { return [] }
        if open.count == 1 {
            return [(first, first.limits.reduce(limit) { min($0, left[$1] ?? limit) })]
        }
        var counts: [JobLane: Int] = [:]
        var taken = 0
        for lane in try heads(of: open, limit) where taken < limit {
            guard lane.limits.allSatisfy({ left[$0] != 0 }) else { continue }
            for name in lane.limits { left[name]? -= 1 }
            counts[lane, default: 0] += 1
            taken += 1
        }
        return open.compactMap { lane in counts[lane].map { (lane, $0) } }
    }

    /// Returns the lines of the first jobs of several lines, in the jobs' order.
    private func heads(of lanes: [JobLane], _ limit: Int) throws(DatabaseError) -> [JobLane] {
        let parts = lanes.indices.map { index in
            """
            SELECT * FROM (
                SELECT lane, priority, rank, sequence FROM job
                WHERE state = 'available' AND lane = $\(index + 2)
                ORDER BY priority DESC, rank, sequence LIMIT $1
            ) AS lane_\(index)
            """
        }
        let rows = try connection.rows(
            parts.joined(separator: " UNION ALL ") + " ORDER BY priority DESC, rank, sequence",
            [.integer(limit)] + lanes.map { .text($0.name) }
        )
        var found: [JobLane] = []
        for row in rows { found.append(JobLane(name: try row.text("lane"))) }
        return found
    }

    /// Claims the first jobs of a line.
    ///
    /// What is written here is what ``JobRecord/claim(by:now:lease:)`` does; it
    /// stands in SQL, too, because fifty are claimed at once.
    private func take(
        _ count: Int,
        of lane: JobLane,
        by owner: JobOwner,
        lease: Int
    ) throws(DatabaseError) -> [JobRecord] {
        let rows = try connection.rows(
            """
            WITH picked AS MATERIALIZED (
                SELECT sequence AS place FROM job WHERE state = 'available' AND lane = $1
                ORDER BY priority DESC, rank, sequence LIMIT $2
                \(connection.dialect.lockSkippingLocked)
            )
            UPDATE job SET
                state = 'running', lease_owner = $3, lease_expires_at = $4,
                lease_token = lease_token + 1, attempt = attempt + 1, started_at = $5,
                progress = 0, progress_note = NULL, error = NULL
            WHERE sequence IN (SELECT place FROM picked) RETURNING *
            """,
            [
                .text(lane.name), .integer(count), .text(owner.description),
                .integer(now + lease), .integer(now),
            ]
        )
        var records: [JobRecord] = []
        records.reserveCapacity(rows.count)
        for row in rows { records.append(try JobRecord(row)) }
        return records
    }

    private func noteClaims(_ records: [JobRecord]) throws(DatabaseError) {
        try noteAll(records.map(\.sequence), as: .claimed)
    }

    /// Writes the same line of history for several jobs, as they stand now.
    func noteAll(_ sequences: [Int], as transition: JobTransition) throws(DatabaseError) {
        for part in SQLPlaceholders.portions(of: sequences.map(SQLValue.integer)) {
            try connection.execute(
                """
                INSERT INTO job_event (job, at, transition, state, attempt, owner)
                SELECT sequence, CAST($1 AS BIGINT), $2, state, attempt, lease_owner FROM job
                WHERE sequence IN (\(SQLPlaceholders.list(part.count, from: 3)))
                """,
                [.integer(now), .text(transition.rawValue)] + part
            )
        }
    }
}
