import AccountAPI
import Database
import Foundation
import Jobs
import NIOCore
import NIOWebSocket

extension ChangeHub {
    /// What the database says of those who listen.
    private struct Look: Sendable {
        /// The newest change of each space.
        var newest: [String: Int] = [:]
        /// The jobs of each space that are not done, and those that somebody was told of.
        var jobs: [String: [String: ChangePoke.Job]] = [:]
        /// Those who may hear of it.
        var admitted: Set<Ticket> = []

        /// What a listener has not heard; nil where that is nothing.
        func poke(for listener: Listener) -> ChangePoke? {
            guard let cursor = newest[listener.ticket.space] else { return nil }
            let moved = (jobs[listener.ticket.space] ?? [:]).values.filter { job in
                let last = listener.jobs[job.id]
                return last != job && (last != nil || !job.state.isSettled)
            }.sorted { $0.id < $1.id }
            guard listener.told != cursor || !moved.isEmpty else { return nil }
            return ChangePoke(cursor: cursor, jobs: moved.isEmpty ? nil : moved)
        }
    }

    /// Tells those who are behind what their space has come to.
    func tell(_ ids: [Int]) async throws {
        let asked = ids.compactMap { id in listeners[id].map { (id, $0) } }
        let spaces = Set(asked.map { $0.1.ticket.space })
        let known = Set(asked.flatMap { $0.1.jobs.keys })
        let look = try await store.read { [now = now()] connection in
            var look = Look(newest: try Self.sequences(of: spaces, on: connection))
            look.jobs = try Self.jobs(of: spaces, known, on: connection)
            let behind = asked.map(\.1).filter {
                look.newest[$0.ticket.space] == nil || look.poke(for: $0) != nil
            }
            look.admitted = try Self.admitted(behind.map(\.ticket), on: connection, now: now)
            return look
        }
        for (id, listener) in asked {
            guard look.newest[listener.ticket.space] != nil else {
                showOut(listener)
                continue
            }
            guard look.poke(for: listener) != nil else { continue }
            guard look.admitted.contains(listener.ticket) else {
                showOut(listener)
                continue
            }
            // Who does not read what was said is told when they do, and of the newest alone;
            // another look may have said more meanwhile.
            guard listener.channel.isWritable, let current = listeners[id],
                let poke = look.poke(for: current), current.told ?? -1 <= poke.cursor
            else { continue }
            try say(poke, to: id)
        }
        hasJobs = listeners.values.contains { !$0.jobs.isEmpty }
    }

    private func say(_ poke: ChangePoke, to id: Int) throws {
        guard let channel = listeners[id]?.channel else { return }
        listeners[id]?.told = poke.cursor
        for job in poke.jobs ?? [] {
            // What is done is told once, and not followed any more.
            listeners[id]?.jobs[job.id] = job.state.isSettled ? nil : job
        }
        let text = try JSONEncoder().encode(poke)
        channel.writeAndFlush(
            WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(bytes: text)),
            promise: nil
        )
    }

    /// Shows out who may no longer listen.
    func audit() async throws {
        let all = Array(listeners.values)
        let admitted = try await store.read { [now = now()] connection in
            try Self.admitted(all.map(\.ticket), on: connection, now: now)
        }
        for listener in all where !admitted.contains(listener.ticket) { showOut(listener) }
    }

    private func showOut(_ listener: Listener) {
        listener.channel.triggerUserOutboundEvent(
            SocketKeeping.Goodbye(code: .policyViolation),
            promise: nil
        )
    }

    private static func sequences(
        of spaces: Set<String>,
        on connection: any SQLConnection
    ) throws -> [String: Int] {
        var newest: [String: Int] = [:]
        for portion in SQLPlaceholders.portions(of: spaces.map(SQLValue.text)) {
            let list = SQLPlaceholders.list(portion.count)
            let sql = "SELECT id, sequence FROM space WHERE id IN (\(list))"
            for row in try connection.rows(sql, portion) {
                newest[try row.text("id")] = try row.integer("sequence")
            }
        }
        return newest
    }

    /// Returns the jobs of some spaces that are not done, and of others those that are `known`.
    private static func jobs(
        of spaces: Set<String>,
        _ known: Set<String>,
        on connection: any SQLConnection
    ) throws -> [String: [String: ChangePoke.Job]] {
        var found: [String: [String: ChangePoke.Job]] = [:]
        func look(_ values: Set<String>, _ condition: (String) -> String) throws {
            for portion in SQLPlaceholders.portions(of: values.map(SQLValue.text)) {
                let rows = try connection.rows(
                    """
                    SELECT remote_job.space, job.id, job.state, job.progress
                    FROM remote_job JOIN job ON job.id = remote_job.id
                    WHERE \(condition(SQLPlaceholders.list(portion.count))) LIMIT 10000
                    """,
                    portion
                )
                for row in rows {
                    guard let state = JobState(rawValue: try row.text("state")) else { continue }
                    let job = ChangePoke.Job(
                        id: try row.text("id"),
                        state: RemoteJob.State(state),
                        progress: try row.real("progress")
                    )
                    found[try row.text("space"), default: [:]][job.id] = job
                }
            }
        }
        try look(spaces) { list in
            """
            remote_job.space IN (\(list))
                AND job.state IN ('waiting', 'scheduled', 'available', 'retrying', 'running')
            """
        }
        try look(known) { "remote_job.id IN (\($0))" }
        return found
    }

    private static func admitted(
        _ tickets: [Ticket],
        on connection: any SQLConnection,
        now: Int
    ) throws -> Set<Ticket> {
        let sessions = Set(tickets.map(\.caller.session)).map(SQLValue.text)
        var found: Set<Ticket> = []
        for portion in SQLPlaceholders.portions(of: sessions) {
            let list = SQLPlaceholders.list(portion.count, from: 2)
            let rows = try connection.rows(
                """
                SELECT session.id, session.account, member.space, member.role
                FROM session JOIN member ON member.account = session.account
                WHERE session.ended_at IS NULL AND session.expires_at > $1
                    AND session.id IN (\(list))
                """,
                [.integer(now)] + portion
            )
            for row in rows {
                guard SpaceRole(rawValue: try row.text("role"))?.may(.readRecords) ?? false
                else { continue }
                let caller = AccountDesk.Caller(
                    account: try row.text("account"),
                    session: try row.text("id")
                )
                found.insert(Ticket(space: try row.text("space"), caller: caller))
            }
        }
        return found
    }
}
