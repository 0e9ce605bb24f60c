package import Database

/// What may be asked for from outside.
extension JobQueue {
    /// Cancels jobs: those that nobody works on at once, with all that wait
    /// for them; those that are running as soon as their worker sees it.
    package func requestCancel(_ ids: [Job.ID]) throws {
        try database.write { try requestCancel(ids, on: $0) }
    }

    /// Cancels jobs within the caller's transaction.
    package func requestCancel(_ ids: [Job.ID], on connection: any SQLConnection) throws {
        let ledger = JobLedger(connection: connection, now: clock())
        for id in ids {
            // Read one by one: cancelling the one before may have settled it.
            guard var record = try ledger.records([id]).first else { continue }
            if record.state == .running {
                record.isCancelRequested = true
                try ledger.store(record)
            } else {
                try ledger.apply(record.cancel(reason: nil, now: ledger.now), to: record)
            }
        }
    }

    /// Queues failed and cancelled jobs again, together with the failed and
    /// cancelled ones that they wait for or that wait for them.
    ///
    /// A running job that was asked to stop is asked no more.
    package func retry(_ ids: [Job.ID]) throws {
        try database.write { try retry(ids, on: $0) }
    }

    /// Queues failed and cancelled jobs again within the caller's transaction.
    package func retry(_ ids: [Job.ID], on connection: any SQLConnection) throws {
        let ledger = JobLedger(connection: connection, now: clock())
        for var record in try ledger.records(ids)
        where record.state == .running && record.isCancelRequested {
            record.isCancelRequested = false
            try ledger.store(record)
        }
        for id in try stopped(around: ids, in: ledger) {
            guard var record = try ledger.records([id]).first else { continue }
            let inTurn = try !ledger.needs(of: id).allSatisfy { $0.state == .completed }
            try ledger.apply(record.retry(inTurn: inTurn, now: ledger.now), to: record)
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
            try JobLedger(connection: connection, now: now).running().filter { record in
                let owner = record.owner.flatMap(JobOwner.init)
                if let owner, isAlive(owner) == false { return true }
                return record.leaseExpiresAt ?? 0 <= now
            }
        }
        if orphans.isEmpty { return 0 }
        return try database.write { connection in
            let ledger = JobLedger(connection: connection, now: now)
            var count = 0
            for orphan in orphans {
                // It may have been renewed, settled or claimed anew since.
                guard var record = try ledger.records([orphan.id]).first,
                    record.state == .running, record.token == orphan.token,
                    record.leaseExpiresAt == orphan.leaseExpiresAt
                else { continue }
                try ledger.apply(record.rescue(now: now), to: record)
                count += 1
            }
            return count
        }
    }

    /// Returns the failed and cancelled jobs among these, and all of that
    /// state that are tied to them, directly or through each other.
    private func stopped(
        around ids: [Job.ID],
        in ledger: JobLedger
    ) throws(DatabaseError) -> [Job.ID] {
        var open = try ledger.records(ids)
        var seen: Set<Job.ID> = []
        var found: [Job.ID] = []
        while let record = open.popLast() {
            guard record.state == .failed || record.state == .cancelled,
                seen.insert(record.id).inserted
            else { continue }
            found.append(record.id)
            open += try ledger.needs(of: record.id)
            open += try ledger.dependants(of: record.id)
        }
        return found
    }
}
