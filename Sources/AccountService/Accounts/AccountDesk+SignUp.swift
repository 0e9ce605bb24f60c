import AccountAPI
import Database
import Editorial

extension AccountDesk {
    private static let verifyLifetime = 24 * 3600 * 1000

    /// Asks for an account.
    ///
    /// The answer and the time it takes are the same whether or not the
    /// address has one; only the mail differs.
    func signUp(_ body: AccountBodies.SignUp, from address: String) async throws {
        try limits.take(.requestByAddress, address, now: now())
        guard let email = EmailAddress(body.email) else { throw Refusal.badAddress }
        try PasswordPolicy.check(body.password, email: email)
        try limits.take(.mail, email.text, now: now())
        let hash = try await hashing.hash(body.password)
        let name = Self.clean(body.name, limit: 80, or: String(email.text.prefix { $0 != "@" }))
        let token = OpaqueToken.random()
        let account = newID(AccountProfile.self).description
        let isNew = try await store.write { [now = now()] connection in
            try Self.enrol(
                account,
                email: email,
                name: name,
                password: hash,
                token: token.hash,
                at: now,
                on: connection
            )
        }
        let link = settings.publicAddress + (isNew ? "/verify?token=\(token.text)" : "/reset")
        try await send(isNew ? .verify(email, link: link) : .alreadyThere(email, link: link))
    }

    /// Writes an account that is not confirmed, in place of one that never was.
    ///
    /// - Returns: Whether it was written: a confirmed one stays as it is.
    private static func enrol(
        _ account: String,
        email: EmailAddress,
        name: String,
        password: String,
        token: String,
        at now: Int,
        on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            "DELETE FROM account WHERE email = $1 AND verified_at IS NULL",
            [.text(email.text)]
        )
        let written = try connection.execute(
            """
            INSERT INTO account (id, email, name, password, created_at)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT (email) DO NOTHING
            """,
            [.text(account), .text(email.text), .text(name), .text(password), .integer(now)]
        )
        guard written == 1 else { return false }
        try connection.execute(
            "INSERT INTO mail_token (hash, account, purpose, expires_at) VALUES ($1, $2, $3, $4)",
            [.text(token), .text(account), "verify", .integer(now + verifyLifetime)]
        )
        return true
    }

    /// Confirms an address, and makes the account's own space.
    ///
    /// The password is asked for again: else who signs up with another's
    /// address would have it confirmed by them, and keep the key to it.
    func verify(_ body: AccountBodies.Verify, from address: String) async throws {
        try limits.take(.signInByAddress, address, now: now())
        let (token, hash) = (body.token, OpaqueToken.hash(of: body.token))
        try limits.take(.signInByAccount, hash, now: now())
        let stored = try await store.read { connection in
            try connection.rows(
                """
                SELECT password FROM account JOIN mail_token ON mail_token.account = account.id
                WHERE mail_token.hash = $1 AND purpose = 'verify'
                """,
                [.text(hash)]
            ).first?.text("password")
        }
        guard let stored else { throw Refusal.staleLink }
        guard try await hashing.matches(String(body.password.prefix(1024)), stored) else {
            throw Refusal(
                .wrongCredentials,
                "That is not the password you signed up with; type it again, or sign up again."
            )
        }
        let space = newID(Space.self).description
        try await store.write { [now = now()] connection in
            guard
                let account = try Self.spend(token, for: "verify", at: now, on: connection)
            else { throw Refusal.staleLink }
            let changed = try connection.execute(
                "UPDATE account SET verified_at = $2 WHERE id = $1 AND verified_at IS NULL",
                [.text(account), .integer(now)]
            )
            guard changed == 1 else { return }
            try Self.makeOwnSpace(space, of: account, on: connection)
        }
    }

    /// Makes the space that is an account's alone.
    static func makeOwnSpace(
        _ space: String,
        of account: String,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "INSERT INTO space (id, name, is_personal) VALUES ($1, 'Mine', 1)",
            [.text(space)]
        )
        try connection.execute(
            "INSERT INTO member (space, account, role) VALUES ($1, $2, 'owner')",
            [.text(space), .text(account)]
        )
    }

    /// Takes what a mail held, once; nil when it is none, spent or too old.
    static func spend(
        _ token: String,
        for purpose: String,
        at now: Int,
        on connection: any SQLConnection
    ) throws -> String? {
        let rows = try connection.rows(
            """
            DELETE FROM mail_token WHERE hash = $1 AND purpose = $2 RETURNING account, expires_at
            """,
            [.text(OpaqueToken.hash(of: token)), .text(purpose)]
        )
        guard let row = rows.first, try row.integer("expires_at") > now else { return nil }
        return try row.text("account")
    }
}

extension Refusal {
    static let badAddress = Refusal(
        .badRequest,
        "That is no mail address; write it as name@example.org."
    )
    static let staleLink = Refusal(
        .badToken,
        "This link was used already or is too old; ask for another one."
    )
}
