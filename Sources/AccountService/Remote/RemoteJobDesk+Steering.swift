import AccountAPI
import Database
import Jobs

// What people decide of what the service makes: their own, or as an admin anybody's.
extension RemoteJobDesk {
    /// Asks that a job be stopped: at once where it waits, else as soon as its worker sees it.
    ///
    /// Where a vendor is at it while no worker is, the next one tells the vendor.
    /// What is uncertain is let go of; the money for it stays spent, as the
    /// vendor may have taken it.
    func cancel(_ id: String, of space: String, by caller: AccountDesk.Caller) async throws
        -> RemoteJob
    {
        try await steer(id, of: space, by: caller) { [queue] job, connection, now in
            try queue.requestCancel([job.id], on: connection)
            guard job.ticket != nil, !job.state.isSettled, job.state != .running else { return }
            try connection.execute(
                "UPDATE remote_job SET farewell_at = $2 WHERE id = $1",
                [.text(job.id.text), .integer(now)]
            )
            try connection.announce()
        }
    }

    /// Has a job begun anew that failed, was stopped or is uncertain; any other stays as it is.
    func retry(_ id: String, of space: String, by caller: AccountDesk.Caller) async throws
        -> RemoteJob
    {
        try accounts.limits.take(.job, caller.account, now: accounts.now())
        return try await steer(id, of: space, by: caller) { [queue] job, connection, _ in
            try queue.retry([job.id], on: connection)
            try connection.execute(
                "UPDATE remote_job SET farewell_at = NULL, failure_kind = NULL WHERE id = $1",
                [.text(job.id.text)]
            )
        }
    }

    private func steer(
        _ id: String,
        of space: String,
        by caller: AccountDesk.Caller,
        _ body: @escaping @Sendable (Job, any SQLConnection, Int) throws -> Void
    ) async throws -> RemoteJob {
        try await accounts.store.write { [queue, now = accounts.now()] connection in
            let role = try SpaceDesk.admit(caller, to: space, .readJobs, on: connection, now: now)
            let (row, before) = try Self.find(id, of: space, queue, on: connection)
            guard role.may(row.account == caller.account ? .makeJobs : .manageJobs) else {
                throw Refusal.notAllowed(role)
            }
            try body(before, connection, now)
            let (after, job) = try Self.find(id, of: space, queue, on: connection)
            return after.told(job)
        }
    }
}
