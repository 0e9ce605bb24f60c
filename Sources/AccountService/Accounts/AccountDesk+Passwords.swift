import AccountAPI
import Database

extension AccountDesk {
    private static let resetLifetime = 3600 * 1000

    /// Sends a link to choose another password, if the address has an account;
    /// the answer is the same if not.
    func askReset(email text: String, from address: String) async throws {
        try limits.take(.requestByAddress, address, now: now())
        guard let email = EmailAddress(text) else { throw Refusal.badAddress }
        try limits.take(.mail, email.text, now: now())
        let token = OpaqueToken.random()
        let isKnown = try await store.write { [now = now()] connection in
            let rows = try connection.rows(
                "SELECT id FROM account WHERE email = $1 AND verified_at IS NOT NULL",
                [.text(email.text)]
            )
            guard let account = try rows.first?.text("id") else { return false }
            try connection.execute(
                "DELETE FROM mail_token WHERE account = $1 AND purpose = 'reset'",
                [.text(account)]
            )
            try connection.execute(
                """
                INSERT INTO mail_token (hash, account, purpose, expires_at)
                VALUES ($1, $2, 'reset', $3)
                """,
                [.text(token.hash), .text(account), .integer(now + Self.resetLifetime)]
            )
            return true
        }
        guard isKnown else { return }
        let link = settings.publicAddress + "/reset/choose?token=\(token.text)"
        try await send(.reset(email, link: link))
    }

    /// Chooses another password by what a mail held, and ends every session.
    func reset(token: String, password: String, from address: String) async throws {
        try limits.take(.requestByAddress, address, now: now())
        // What the policy says of the address is looked at once it is known whose it is.
        let hash = try await hashing.hash(
            String(password.prefix(PasswordPolicy.characters.upperBound))
        )
        let email = try await store.write { [now = now()] connection in
            guard let account = try Self.spend(token, for: "reset", at: now, on: connection),
                let row = try connection.rows(
                    "SELECT email FROM account WHERE id = $1",
                    [.text(account)]
                ).first,
                let email = EmailAddress(try row.text("email"))
            else { throw Refusal.staleLink }
            try PasswordPolicy.check(password, email: email)
            try connection.execute(
                "UPDATE account SET password = $2 WHERE id = $1",
                [.text(account), .text(hash)]
            )
            try Self.endSessions(of: account, but: nil, at: now, on: connection)
            return email
        }
        try await send(.passwordChanged(email))
    }

    /// Changes the password of whoever asks, and ends every other session.
    func changePassword(_ body: AccountBodies.ChangePassword, by caller: Caller) async throws {
        try limits.take(.signInByAccount, caller.account, now: now())
        let (text, stored) = try await store.read { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            let row = try connection.rows(
                "SELECT email, password FROM account WHERE id = $1",
                [.text(caller.account)]
            ).first
            guard let row else { throw Refusal.unauthorized }
            return (try row.text("email"), try row.text("password"))
        }
        guard let email = EmailAddress(text) else { throw Refusal.unauthorized }
        guard try await hashing.matches(body.current, stored) else {
            throw Refusal(.wrongCredentials, "That is not your password of now; type it again.")
        }
        try PasswordPolicy.check(body.new, email: email)
        let hash = try await hashing.hash(body.new)
        try await store.write { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            // Only in place of the one that was just looked at.
            let changed = try connection.execute(
                "UPDATE account SET password = $2 WHERE id = $1 AND password = $3",
                [.text(caller.account), .text(hash), .text(stored)]
            )
            guard changed == 1 else { throw Refusal.unauthorized }
            try Self.endSessions(of: caller.account, but: caller.session, at: now, on: connection)
        }
        try await send(.passwordChanged(email))
    }

    /// Ends the sessions of an account, but for one.
    static func endSessions(
        of account: String,
        but kept: String?,
        at now: Int,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            UPDATE session SET ended_at = $2, cookie = NULL
            WHERE account = $1 AND ended_at IS NULL AND id <> $3
            """,
            [.text(account), .integer(now), .text(kept ?? "")]
        )
        try connection.announce()
    }
}
