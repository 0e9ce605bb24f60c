import AccountAPI
import Database
import Editorial
import Generation
import Jobs

/// What may be asked about jobs that the service carries out; it knows no HTTP.
struct RemoteJobDesk: Sendable {
    /// Where the jobs of spaces wait; those of one vendor share its limits.
    static let queueName = "remote-calls"
    static let kind = "remote.request"

    let accounts: AccountDesk
    let queue: JobQueue

    var settings: RemoteSettings { accounts.settings.remote }

    /// Tells what can be asked for in a space, and what it spent.
    func offer(in space: String, for caller: AccountDesk.Caller) async throws
        -> RemoteJobBodies.Offer
    {
        try await accounts.store.read { [settings, now = accounts.now()] connection in
            try SpaceDesk.admit(caller, to: space, .readJobs, on: connection, now: now)
            return RemoteJobBodies.Offer(
                models: settings.models.map(RemoteModel.init),
                spent: try RemoteAccounts(connection: connection, now: now).spent(in: space),
                limit: settings.monthlyLimit?.millionths
            )
        }
    }

    /// Lists jobs, the newest first, older than one of them.
    func list(
        before last: String?,
        limit: Int,
        of space: String,
        for caller: AccountDesk.Caller
    ) async throws -> RemoteJobBodies.List {
        guard last.map({ RemoteJob.ID($0) != nil }) ?? true else {
            throw Refusal(.badRequest, "“before” names a job.")
        }
        let limit = min(limit, RemoteJobBodies.pageLimit)
        return try await accounts.store.read { [queue, now = accounts.now()] connection in
            try SpaceDesk.admit(caller, to: space, .readJobs, on: connection, now: now)
            let rows = try connection.rows(
                """
                \(RemoteJobRow.selection)
                WHERE remote_job.space = $1 AND remote_job.id < $2
                ORDER BY remote_job.id DESC LIMIT $3
                """,
                [.text(space), .text(last?.lowercased() ?? "g"), .integer(limit + 1)]
            ).compactMap { try RemoteJobRow($0) }
            let jobs = try queue.jobs(rows.prefix(limit).map(\.job), on: connection)
            let byID = Dictionary(jobs.map { ($0.id, $0) }) { first, _ in first }
            return RemoteJobBodies.List(
                jobs: rows.prefix(limit).compactMap { row in byID[row.job].map(row.told) },
                hasMore: rows.count > limit
            )
        }
    }

    /// Tells where a job stands.
    func job(_ id: String, of space: String, for caller: AccountDesk.Caller) async throws
        -> RemoteJob
    {
        try await accounts.store.read { [queue, now = accounts.now()] connection in
            try SpaceDesk.admit(caller, to: space, .readJobs, on: connection, now: now)
            let (row, job) = try Self.find(id, of: space, queue, on: connection)
            return row.told(job)
        }
    }

    /// Tells all that happened to a job.
    func history(of id: String, in space: String, for caller: AccountDesk.Caller) async throws
        -> RemoteJobBodies.History
    {
        try await accounts.store.read { [queue, now = accounts.now()] connection in
            try SpaceDesk.admit(caller, to: space, .readJobs, on: connection, now: now)
            let (row, _) = try Self.find(id, of: space, queue, on: connection)
            let events = try queue.history(row.job, on: connection).map { event in
                RemoteJobEvent(
                    at: Timestamp(milliseconds: event.at),
                    what: event.transition?.rawValue ?? "queued",
                    state: RemoteJob.State(event.state),
                    attempt: event.attempt,
                    message: event.note
                )
            }
            return RemoteJobBodies.History(events: events)
        }
    }

    static func find(
        _ id: String,
        of space: String,
        _ queue: JobQueue,
        on connection: any SQLConnection
    ) throws -> (RemoteJobRow, Job) {
        let rows = try connection.rows(
            "\(RemoteJobRow.selection) WHERE remote_job.space = $1 AND remote_job.id = $2",
            // What is no name of a job is none of the database's business.
            [.text(space), .text(RemoteJob.ID(id)?.description ?? "")]
        )
        guard let row = try rows.first.flatMap({ try RemoteJobRow($0) }),
            let job = try queue.jobs([row.job], on: connection).first
        else { throw Refusal.notFound("job") }
        return (row, job)
    }
}
