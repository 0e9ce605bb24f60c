package import Database

/// What may be asked for from outside.
extension JobQueue {
    /// Cancels jobs: those that nobody works on at once, with all that wait
    /// for them; those that are running as soon as their worker sees it.
    package func requestCancel(_ ids: [Job.ID]) throws {
        try transact(.cancel) { try requestCancel(ids, on: $0.connection) }
    }

    /// Cancels jobs within the caller's transaction.
    package func requestCancel(_ ids: [Job.ID], on connection: any SQLConnection) throws {
        let ledger = JobLedger(connection: connection, now: clock())
        for id in ids {
            // Read one by one: cancelling the one before may have settled it.
            guard var record = try ledger.lockedRecords([id]).first else { continue }
            if record.state == .running {
                record.isCancelRequested = true
                try ledger.store(record)
                try connection.announce()
            } else {
                try ledger.apply(record.cancel(reason: nil, now: ledger.now), to: record)
            }
        }
    }

    /// Queues failed, cancelled and uncertain jobs again, together with the
    /// failed and cancelled ones that they wait for or that wait for them.
    ///
    /// One whose key another unsettled job has by now stays as it is. A running job that was asked to stop is asked no more. An uncertain job
    /// is done anew from the start, and what was paid for may be paid again.
    package func retry(_ ids: [Job.ID]) throws {
        try transact(.retry) { try retry(ids, on: $0.connection) }
    }

    /// Queues stopped jobs again within the caller's transaction.
    package func retry(_ ids: [Job.ID], on connection: any SQLConnection) throws {
        let ledger = JobLedger(connection: connection, now: clock())
        for var record in try ledger.lockedRecords(ids)
        where record.state == .running && record.isCancelRequested {
            record.isCancelRequested = false
            try ledger.store(record)
        }
        for id in try stopped(around: ids, in: ledger) {
            guard var record = try ledger.lockedRecords([id]).first,
                try !ledger.isReplaced(record)
            else { continue }
            let inTurn = try !ledger.needs(of: record.sequence)
                .allSatisfy { $0.state == .completed }
            try ledger.apply(record.retry(inTurn: inTurn, now: ledger.now), to: record)
        }
    }

    /// Says that what an uncertain job paid for went through: it goes on from
    /// the ticket that the other side has for it.
    ///
    /// - Returns: Whether the job was uncertain.
    @discardableResult
    package func confirm(_ id: Job.ID, ticket: String) throws -> Bool {
        try transact(.confirm) { ledger in
            guard var record = try ledger.lockedRecords([id]).first,
                let done = record.confirm(ticket: ticket, now: ledger.now)
            else { return false }
            try ledger.apply(done, to: record)
            return true
        }
    }

    /// Takes back the jobs of workers that died.
    ///
    /// A worker of this system that is gone loses its jobs at once; any other
    /// when its lease has expired. A job that stopped its worker three times
    /// fails.
    ///
    /// `isAlive` says whether an owner still runs, or nil when nobody here can
    /// know. Returns how many jobs were taken back.
    @discardableResult
    package func rescue(
        isAlive: (JobOwner) -> Bool? = { $0.isAlive }
    ) throws -> Int {
        let now = clock()
        let orphans = try database.read { connection in
            try JobLedger(connection: connection, now: now).running().compactMap { record in
                let isAlive = record.owner.flatMap(JobOwner.init).flatMap(isAlive)
                let isOver = record.leaseExpiresAt ?? 0 <= now
                return isAlive == false || isOver ? (record, isAlive == true) : nil
            }
        }
        if orphans.isEmpty { return 0 }
        return try transact(.rescue) { ledger in
            var count = 0
            for (orphan, isOwnerAlive) in orphans {
                // It may have been renewed, settled or claimed anew since.
                guard var record = try ledger.lockedRecords([orphan.id]).first,
                    record.state == .running, record.token == orphan.token,
                    record.leaseExpiresAt == orphan.leaseExpiresAt
                else { continue }
                try ledger.apply(
                    record.rescue(now: now, isOwnerAlive: isOwnerAlive, limit: rescueLimit),
                    to: record
                )
                count += 1
            }
            return count
        }
    }

    /// Returns the stopped jobs among these, and the failed and cancelled ones
    /// that are tied to them, directly or through each other.
    ///
    /// An uncertain job costs money, so it is asked for by name alone.
    private func stopped(
        around ids: [Job.ID],
        in ledger: JobLedger
    ) throws(DatabaseError) -> [Job.ID] {
        var open = try ledger.lockedRecords(ids)
        let named = Set(ids)
        var seen: Set<Job.ID> = []
        var found: [Job.ID] = []
        while let record = open.popLast() {
            guard record.state.isStopped,
                record.state != .uncertain || named.contains(record.id),
                seen.insert(record.id).inserted
            else { continue }
            found.append(record.id)
            open += try ledger.needs(of: record.sequence)
            open += try ledger.dependants(of: [record.sequence])
        }
        return found
    }
}
