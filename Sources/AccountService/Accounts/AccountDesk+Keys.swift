import AccountAPI
import Database
import Editorial

extension AccountDesk {
    /// What a key begins with, by which it is known for one wherever it lies.
    static let keyPrefix = "kinema_"
    /// The most keys of an account.
    private static let keyLimit = 50
    private static let day = 24 * 3600 * 1000

    /// Returns who shows a key.
    func caller(key secret: String) async throws -> Caller {
        let (now, hash) = (now(), OpaqueToken.hash(of: secret))
        let found = try await store.read { connection in
            try connection.rows(
                """
                SELECT account_key.id, account_key.account, scopes, used_at
                FROM account_key JOIN account ON account.id = account_key.account
                WHERE hash = $1 AND (expires_at IS NULL OR expires_at > $2)
                    AND disabled_at IS NULL
                """,
                [.text(hash), .integer(now)]
            ).first
        }
        guard let row = found else { throw Refusal.unauthorized }
        let id = try row.text("id")
        // To the hour: that a key was used is not worth a write each time.
        if try row.optionalInteger("used_at") ?? 0 < now - 3_600_000 {
            try await store.write { connection in
                try connection.execute(
                    "UPDATE account_key SET used_at = $2 WHERE id = $1",
                    [.text(id), .integer(now)]
                )
            }
        }
        return Caller(
            account: try row.text("account"),
            session: "",
            key: Caller.Key(id: id, scopes: try Self.scopes(row))
        )
    }

    /// Makes a key of whoever asks; its secret is told here alone.
    func makeKey(
        _ body: AccountKeyBodies.Make,
        by caller: Caller
    ) async throws -> AccountKeyBodies.Made {
        guard !body.scopes.isEmpty, body.days.map({ (1...3650).contains($0) }) ?? true else {
            throw Refusal(
                .badRequest,
                "Say what the key is for, and for how many days it holds, 3650 at most."
            )
        }
        let (now, token) = (now(), OpaqueToken.random())
        let secret = Self.keyPrefix + token.text
        let scopes = AccountKey.Scope.allCases.filter(body.scopes.contains)
        let key = AccountKey(
            id: newID(),
            name: Self.clean(body.name, limit: 80, or: "a key"),
            scopes: scopes,
            createdAt: Timestamp(milliseconds: now),
            expiresAt: body.days.map { Timestamp(milliseconds: now + $0 * Self.day) }
        )
        try await store.write { connection in
            try Self.admit(caller, on: connection, now: now)
            let count = try connection.rows(
                "SELECT COUNT(*) AS n FROM account_key WHERE account = $1",
                [.text(caller.account)]
            ).first?.integer("n")
            guard count ?? 0 < Self.keyLimit else {
                throw Refusal(.tooMany, "You have \(Self.keyLimit) keys already; end one first.")
            }
            try connection.execute(
                """
                INSERT INTO account_key (id, account, name, scopes, hash, created_at, expires_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                [
                    .text(key.id.description), .text(caller.account), .text(key.name),
                    .text(scopes.map(\.rawValue).joined(separator: " ")),
                    .text(OpaqueToken.hash(of: secret)), .integer(now),
                    key.expiresAt.map { .integer($0.milliseconds) } ?? .null,
                ]
            )
        }
        return AccountKeyBodies.Made(key: key, secret: secret)
    }

    /// Lists the keys of whoever asks, the newest first.
    func keys(of caller: Caller) async throws -> AccountKeyBodies.List {
        try await store.read { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            return AccountKeyBodies.List(keys: try Self.keys(of: caller, on: connection))
        }
    }

    static func keys(of caller: Caller, on connection: any SQLConnection) throws -> [AccountKey] {
        try connection.rows(
            """
            SELECT id, name, scopes, created_at, used_at, expires_at FROM account_key
            WHERE account = $1 ORDER BY created_at DESC, id DESC
            """,
            [.text(caller.account)]
        ).compactMap { row in
            guard let id = AccountKey.ID(try row.text("id")) else { return nil }
            return AccountKey(
                id: id,
                name: try row.text("name"),
                scopes: try scopes(row),
                createdAt: Timestamp(milliseconds: try row.integer("created_at")),
                usedAt: try row.optionalInteger("used_at").map { Timestamp(milliseconds: $0) },
                expiresAt: try row.optionalInteger("expires_at")
                    .map { Timestamp(milliseconds: $0) }
            )
        }
    }

    /// Ends a key of whoever asks.
    func endKey(_ key: String, by caller: Caller) async throws {
        try await store.write { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            let ended = try connection.execute(
                "DELETE FROM account_key WHERE id = $1 AND account = $2",
                [.text(key), .text(caller.account)]
            )
            guard ended == 1 else { throw Refusal.notFound("key") }
        }
    }

    private static func scopes(_ row: SQLRow) throws -> [AccountKey.Scope] {
        try row.text("scopes").split(separator: " ")
            .compactMap { AccountKey.Scope(rawValue: String($0)) }
    }
}

extension AccountDesk.Caller {
    /// Whether a session shows itself, or a key that is for this.
    func may(ask route: AccountRoute) -> Bool {
        guard let key else { return true }
        return route.keyScope.map(key.scopes.contains) ?? false
    }
}
