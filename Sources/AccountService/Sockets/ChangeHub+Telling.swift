import AccountAPI
import Database
import Foundation
import NIOCore
import NIOWebSocket

extension ChangeHub {
    /// What the database says of those who listen.
    private struct Look: Sendable {
        /// The newest change of each space.
        var newest: [String: Int] = [:]
        /// Those who may hear of it.
        var admitted: Set<Ticket> = []
    }

    /// Tells those who are behind what their space has come to.
    func tell(_ ids: [Int]) async throws {
        let asked = ids.compactMap { id in listeners[id].map { (id, $0) } }
        let spaces = Set(asked.map { $0.1.ticket.space })
        let look = try await store.read { [now = now()] connection in
            var look = Look(newest: try Self.sequences(of: spaces, on: connection))
            let behind = asked.map(\.1).filter { $0.told != look.newest[$0.ticket.space] }
            look.admitted = try Self.admitted(behind.map(\.ticket), on: connection, now: now)
            return look
        }
        for (id, listener) in asked where listener.told != look.newest[listener.ticket.space] {
            guard let cursor = look.newest[listener.ticket.space],
                look.admitted.contains(listener.ticket)
            else {
                showOut(listener)
                continue
            }
            // Who does not read what was said is told when they do, and of the newest alone;
            // another look may have said more meanwhile.
            guard listener.channel.isWritable, let current = listeners[id],
                current.told ?? -1 < cursor
            else { continue }
            listeners[id]?.told = cursor
            let text = try JSONEncoder().encode(ChangePoke(cursor: cursor))
            listener.channel.writeAndFlush(
                WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(bytes: text)),
                promise: nil
            )
        }
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
