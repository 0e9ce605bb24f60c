import AccountAPI
import Database
import Foundation

extension AccountDesk {
    func changeName(_ name: String, by caller: Caller) async throws {
        let clean = Self.clean(name, limit: 80, or: "")
        guard !clean.isEmpty else {
            throw Refusal(.badRequest, "A name has a letter or more, and 80 at most.")
        }
        try await store.write { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            try connection.execute(
                "UPDATE account SET name = $2 WHERE id = $1",
                [.text(caller.account), .text(clean)]
            )
        }
    }

    func preferences(of caller: Caller) async throws -> AccountBodies.Preferences {
        let text = try await store.read { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            return try connection.rows(
                "SELECT preferences FROM account WHERE id = $1",
                [.text(caller.account)]
            ).first?.text("preferences")
        }
        return AccountBodies.Preferences(
            values: try JSONDecoder().decode(
                [String: String].self,
                from: Data((text ?? "{}").utf8)
            )
        )
    }

    func change(_ preferences: AccountBodies.Preferences, by caller: Caller) async throws {
        let limits = AccountBodies.Preferences.limits
        guard preferences.values.count <= limits.count,
            preferences.values.allSatisfy({ name, value in
                name.utf8.count <= limits.name && value.utf8.count <= limits.value
                    && !name.contains("\0") && !value.contains("\0")
            })
        else {
            throw Refusal(
                .badRequest,
                "That is too much to note: \(limits.count) names of \(limits.name) bytes, and values "
                    + "of \(limits.value)."
            )
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = String(decoding: try encoder.encode(preferences.values), as: UTF8.self)
        try await store.write { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            try connection.execute(
                "UPDATE account SET preferences = $2 WHERE id = $1",
                [.text(caller.account), .text(text)]
            )
        }
    }

    /// Ends an account: its sessions and keys now, and everything else once the
    /// time in which it can be had back is over.
    func close(_ password: String, by caller: Caller) async throws {
        try await confirm(password, of: caller)
        let email = try await store.write { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            try Self.refuseOwnerOfTeam(caller.account, on: connection)
            try connection.execute(
                "UPDATE account SET closed_at = $2 WHERE id = $1",
                [.text(caller.account), .integer(now)]
            )
            try connection.execute(
                "DELETE FROM account_key WHERE account = $1",
                [.text(caller.account)]
            )
            // Whoever came in by one now would lose what they make with the space.
            try connection.execute(
                """
                DELETE FROM invitation WHERE space IN (
                    SELECT space FROM member WHERE account = $1 AND role = 'owner')
                """,
                [.text(caller.account)]
            )
            try Self.endSessions(of: caller.account, but: nil, at: now, on: connection)
            return try connection.rows(
                "SELECT email FROM account WHERE id = $1",
                [.text(caller.account)]
            ).first?.text("email")
        }
        if let email = email.flatMap({ EmailAddress($0) }) { try await send(.closed(email)) }
    }

    /// Throws for who owns a space in which others are.
    private static func refuseOwnerOfTeam(
        _ account: String,
        on connection: any SQLConnection
    ) throws {
        let shared = try connection.rows(
            """
            SELECT space.name FROM member JOIN space ON space.id = member.space
            WHERE member.account = $1 AND member.role = 'owner' AND EXISTS (
                SELECT 1 FROM member AS other
                WHERE other.space = member.space AND other.account <> $1)
            ORDER BY space.id LIMIT 1
            """,
            [.text(account)]
        ).first?.text("name")
        guard let shared else { return }
        throw Refusal(
            .badRequest,
            "Others are in your space “\(shared)”; hand it over first, or take them out."
        )
    }
}

extension Letter {
    static func closed(_ recipient: EmailAddress) -> Letter {
        Letter(
            recipient: recipient,
            subject: "Your Kinema account was closed",
            text: """
                Your Kinema account was closed, and in fourteen days everything it holds is
                gone. Sign in before then, and it stays. If it was not you who closed it, do
                so now, and choose another password.
                """
        )
    }
}
