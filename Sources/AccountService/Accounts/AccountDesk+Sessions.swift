import AccountAPI
import Database
import Editorial

extension AccountDesk {
    /// Returns the account that a password opens.
    ///
    /// An address without an account takes as long and gets the same answer as
    /// a wrong password.
    func account(email: String, password: String, from address: String) async throws -> String {
        try limits.take(.signInByAddress, address, now: now())
        let wrong = Refusal(
            .wrongCredentials,
            "The address or the password is not right; type them again, or choose another password."
        )
        guard let email = EmailAddress(email), password.utf8.count <= 1024 else { throw wrong }
        try limits.take(.signInByAccount, email.text, now: now())
        let row = try await store.read { connection in
            try connection.rows(
                "SELECT * FROM account WHERE email = $1",
                [.text(email.text)]
            ).first
        }
        let isRight = try await hashing.matches(password, try row?.text("password"))
        guard isRight, let row else { throw wrong }
        guard try row.optionalInteger("verified_at") != nil else {
            throw Refusal(
                .unverified,
                "Confirm your address first: open the link in the mail, or sign up again for another."
            )
        }
        guard try row.optionalInteger("disabled_at") == nil else { throw Refusal.disabled }
        return try row.text("id")
    }

    /// Begins a session by address and password.
    func signIn(_ body: AccountBodies.SignIn, from address: String) async throws -> TokenGrant {
        let account = try await account(
            email: body.email,
            password: body.password,
            from: address
        )
        return try await begin(account: account, device: body.device, from: address)
    }

    /// Begins a session of an account and gives its first tokens.
    func begin(account: String, device: String, from address: String) async throws -> TokenGrant {
        let session = newID(AccountSession.self).description
        let token = OpaqueToken.random()
        let name = Self.clean(device, limit: 80, or: "a terminal")
        try await store.write { [now = now(), lifetime = settings.sessionLifetime] connection in
            try Self.open(account, on: connection)
            try connection.execute(
                """
                INSERT INTO session (id, account, device, address, created_at, seen_at, expires_at)
                VALUES ($1, $2, $3, $4, $5, $5, $6)
                """,
                [
                    .text(session), .text(account), .text(name), .text(address), .integer(now),
                    .integer(now + lifetime * 1000),
                ]
            )
            try Self.add(token.hash, after: nil, to: session, on: connection)
        }
        return TokenGrant(
            accessToken: try await keys.sign(account: account, session: session),
            expiresIn: settings.accessLifetime,
            refreshToken: token.text
        )
    }

    /// Readies an account for a session that begins in the same transaction: one
    /// that was closed a short while ago is had back.
    ///
    /// - Throws: ``Refusal`` for an account that may not be signed in to.
    static func open(_ account: String, on connection: any SQLConnection) throws {
        let rows = try connection.rows(
            "SELECT disabled_at FROM account WHERE id = $1 \(connection.dialect.lock)",
            [.text(account)]
        )
        guard let row = rows.first else { throw Refusal.unauthorized }
        guard try row.optionalInteger("disabled_at") == nil else { throw Refusal.disabled }
        try connection.execute(
            "UPDATE account SET closed_at = NULL WHERE id = $1 AND closed_at IS NOT NULL",
            [.text(account)]
        )
    }

    static func add(
        _ hash: String,
        after parent: String?,
        to session: String,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "INSERT INTO refresh_token (hash, session, parent, is_current) VALUES ($1, $2, $3, 1)",
            [.text(hash), .text(session), .text(ifAny: parent)]
        )
    }

    /// Lists the sessions of whoever asks.
    func sessions(of caller: Caller) async throws -> SessionList {
        try await store.read { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            let rows = try connection.rows(
                """
                SELECT id, device, address, created_at, seen_at FROM session
                WHERE account = $1 AND ended_at IS NULL AND expires_at > $2
                ORDER BY seen_at DESC, id DESC LIMIT 200
                """,
                [.text(caller.account), .integer(now)]
            )
            return SessionList(
                sessions: try rows.compactMap { row in
                    guard let id = AccountSession.ID(try row.text("id")) else { return nil }
                    return AccountSession(
                        id: id,
                        device: try row.text("device"),
                        address: try row.text("address"),
                        createdAt: Timestamp(milliseconds: try row.integer("created_at")),
                        seenAt: Timestamp(milliseconds: try row.integer("seen_at")),
                        isCurrent: id.description == caller.session
                    )
                }
            )
        }
    }

    /// Ends a session of whoever asks.
    func endSession(_ named: String, by caller: Caller) async throws {
        let session = named == "current" ? caller.session : named
        try await store.write { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            let changed = try connection.execute(
                """
                UPDATE session SET ended_at = $3, cookie = NULL
                WHERE id = $1 AND account = $2 AND ended_at IS NULL
                """,
                [.text(session), .text(caller.account), .integer(now)]
            )
            guard changed == 1 else { throw Refusal.notFound("session") }
            try connection.announce()
        }
    }
}

extension Refusal {
    static let disabled = Refusal(
        .forbidden,
        "This account was disabled; write to whoever runs the service."
    )
}
