package import Database
import Foundation

/// What whoever runs the service may do to accounts, beside the running service.
///
/// It blocks its thread.
package struct AdminDesk: Sendable {
    let database: any SQLDatabase
    /// Milliseconds since 1970.
    let now: Int

    /// An account as it is listed.
    package struct Account: Hashable, Sendable {
        package let email: String
        package let name: String
        package let createdAt: Int
        package let isVerified: Bool
        package let isDisabled: Bool
        /// How many sessions have not ended.
        package let sessions: Int
        /// Bytes of files; nil for the usual measure.
        package let quota: Int?
    }

    /// A database to which ``ServiceSchema/migrations`` have been applied.
    package init(_ database: any SQLDatabase, now: Int) {
        self.database = database
        self.now = now
    }

    /// Hands over every account, by address, some at a time.
    package func accounts(_ body: (Account) throws -> Void) throws {
        var last = ""
        while true {
            let page = try database.read { connection -> [Account] in
                try self.page(after: last, on: connection)
            }
            for account in page { try body(account) }
            guard let next = page.last?.email else { return }
            last = next
        }
    }

    /// Lets nobody sign in to an account any more, and ends its sessions.
    ///
    /// - Returns: Whether there is such an account.
    package func disable(_ email: String) throws -> Bool {
        try database.write { connection in
            guard let account = try id(of: email, on: connection) else { return false }
            try connection.execute(
                "UPDATE account SET disabled_at = COALESCE(disabled_at, $2) WHERE id = $1",
                [.text(account), .integer(now)]
            )
            try AccountDesk.endSessions(of: account, but: nil, at: now, on: connection)
            return true
        }
    }

    /// Lets an account be signed in to again.
    package func enable(_ email: String) throws -> Bool {
        try set("disabled_at", of: email, to: .null)
    }

    /// Ends every session of an account.
    package func endSessions(of email: String) throws -> Bool {
        try database.write { connection in
            guard let account = try id(of: email, on: connection) else { return false }
            try AccountDesk.endSessions(of: account, but: nil, at: now, on: connection)
            return true
        }
    }

    /// Says how many bytes of files an account may keep; nil for the usual measure.
    package func setQuota(of email: String, to bytes: Int?) throws -> Bool {
        try set("quota", of: email, to: bytes.map(SQLValue.integer) ?? .null)
    }

    private func set(_ column: String, of email: String, to value: SQLValue) throws -> Bool {
        try database.write { connection in
            try connection.execute(
                "UPDATE account SET \(column) = $2 WHERE email = $1",
                [.text(email.lowercased()), value]
            ) == 1
        }
    }

    private func id(of email: String, on connection: any SQLConnection) throws -> String? {
        try connection.rows(
            "SELECT id FROM account WHERE email = $1 \(connection.dialect.lock)",
            [.text(email.lowercased())]
        ).first?.text("id")
    }

    private func page(after email: String, on connection: any SQLConnection) throws -> [Account] {
        try connection.rows(
            """
            SELECT email, name, created_at, verified_at, disabled_at, quota,
                (SELECT COUNT(*) FROM session WHERE session.account = account.id
                    AND ended_at IS NULL AND expires_at > $2) AS sessions
            FROM account WHERE email > $1 ORDER BY email LIMIT 500
            """,
            [.text(email), .integer(now)]
        ).map { row in
            Account(
                email: try row.text("email"),
                name: try row.text("name"),
                createdAt: try row.integer("created_at"),
                isVerified: try row.optionalInteger("verified_at") != nil,
                isDisabled: try row.optionalInteger("disabled_at") != nil,
                sessions: try row.integer("sessions"),
                quota: try row.optionalInteger("quota")
            )
        }
    }
}
