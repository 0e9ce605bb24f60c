import Database

/// Where a job is moved to.
package enum JobPlace: Hashable, Sendable {
    /// Before everything else of its queue.
    case first
    case last
    case before(Job.ID)
}

extension JobQueue {
    /// Moves a job that has not begun within the order of its queue.
    ///
    /// It takes on the priority of where it comes to stand.
    ///
    /// - Returns: Whether it could be moved: both jobs have yet to begin and
    ///   are of one queue.
    @discardableResult
    package func move(_ id: Job.ID, to place: JobPlace) throws -> Bool {
        try transact(.move) { ledger in
            guard var record = try ledger.lockedRecords([id]).first, record.state.isOpen else {
                return false
            }
            let line = try ledger.line(of: record.queue).filter { $0.id != id }
            let index: Int
            switch place {
            case .first: index = 0
            case .last: index = line.count
            case .before(let other):
                guard let found = line.firstIndex(where: { $0.id == other }) else { return false }
                index = found
            }
            if line.isEmpty { return true }
            try ledger.put(&record, at: index, in: line)
            return true
        }
    }
}

extension JobState {
    /// Whether it has yet to begin.
    fileprivate var isOpen: Bool {
        switch self {
        case .waiting, .scheduled, .available, .retrying: true
        case .running, .completed, .failed, .cancelled, .uncertain: false
        }
    }
}

extension JobLedger {
    /// Returns the jobs of a queue that have yet to begin, in their order.
    fileprivate func line(of queue: String) throws(DatabaseError) -> [JobRecord] {
        var records: [JobRecord] = []
        let rows = try connection.rows(
            """
            SELECT * FROM job
            WHERE state IN ('waiting', 'scheduled', 'available', 'retrying') AND queue = $1
            ORDER BY priority DESC, rank, sequence
            """,
            [.text(queue)]
        )
        for row in rows { records.append(try JobRecord(row)) }
        return records
    }

    /// Gives a record a rank between its new neighbours; where no number is
    /// left between them, those behind it make room.
    fileprivate func put(
        _ record: inout JobRecord,
        at index: Int,
        in line: [JobRecord]
    ) throws(DatabaseError) {
        let next = index < line.count ? line[index] : nil
        let previous = index > 0 ? line[index - 1] : nil
        record.priority = next?.priority ?? previous?.priority ?? record.priority
        let low = previous.flatMap { $0.priority == record.priority ? $0.rank : nil }
        switch (low, next?.rank) {
        case (nil, let high?): record.rank = high - 1
        case (let low?, nil): record.rank = low + 1
        case (nil, nil): break
        case (let low?, let high?):
            record.rank = low + (high - low) / 2
            if record.rank <= low || record.rank >= high {
                record.rank = low + 1
                for var later in line[index...] where later.priority == record.priority {
                    later.rank += 2
                    try store(later)
                }
            }
        }
        try store(record)
    }
}
