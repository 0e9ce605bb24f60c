import Database

extension AdminDesk {
    /// How long a closed account can be had back, in milliseconds.
    static let grace = 14 * 24 * 3600 * 1000

    /// Removes what nobody can use any more: accounts whose time is over, and
    /// what ended or was never taken up.
    ///
    /// - Returns: How many accounts are gone.
    @discardableResult
    package func sweep() throws -> Int {
        let gone = try database.read { connection in
            try connection.rows(
                "SELECT id FROM account WHERE closed_at < $1 LIMIT 500",
                [.integer(now - Self.grace)]
            ).map { try $0.text("id") }
        }
        for account in gone { try database.write { try remove(account, on: $0) } }
        try database.write { connection in
            let month = now - 30 * 24 * 3600 * 1000
            for statement in [
                "DELETE FROM session WHERE ended_at < $1 OR expires_at < $1",
                "DELETE FROM account WHERE verified_at IS NULL AND created_at < $1",
            ] { try connection.execute(statement, [.integer(month)]) }
            for table in [
                "mail_token", "email_change", "device_request", "invitation", "account_key",
                "identity_request",
            ] {
                try connection.execute(
                    "DELETE FROM \(table) WHERE expires_at < $1",
                    [.integer(now)]
                )
            }
        }
        return gone.count
    }

    /// Removes an account with the spaces that are its alone.
    private func remove(_ account: String, on connection: any SQLConnection) throws {
        let rows = try connection.rows(
            "SELECT closed_at FROM account WHERE id = $1 \(connection.dialect.lock)",
            [.text(account)]
        )
        // Somebody may have signed in a moment ago.
        guard let at = try rows.first?.optionalInteger("closed_at"), at < now - Self.grace else {
            return
        }
        try AssetDesk.letGo(ofUploadsBy: account, at: now, on: connection)
        let spaces = try connection.rows(
            "SELECT space FROM member WHERE account = $1 AND role = 'owner' ORDER BY space",
            [.text(account)]
        )
        for space in try spaces.map({ try $0.text("space") }) {
            try AssetDesk.letGo(ofEverythingIn: space, at: now, on: connection)
            try connection.execute("DELETE FROM space WHERE id = $1", [.text(space)])
        }
        try connection.execute("DELETE FROM account WHERE id = $1", [.text(account)])
    }
}
