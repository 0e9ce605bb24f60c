import AccountAPI
import Database

extension AccountDesk {
    /// How long a spent refresh token gives another successor, in milliseconds:
    /// its answer may have been lost on the way.
    private static let grace = 60_000

    /// What comes of showing a refresh token.
    private enum Outcome: Sendable {
        case renewed(account: String, session: String)
        case refused
    }

    /// Gives tokens for a refresh token, which is spent by it.
    ///
    /// A spent token that is shown again after its successor was used, or after
    /// a while, was copied: the session ends, whoever holds it.
    func refresh(_ text: String) async throws -> TokenGrant {
        let shown = OpaqueToken.hash(of: text)
        let fresh = OpaqueToken.random()
        let lifetime = settings.sessionLifetime
        let outcome = try await store.write { [now = now()] connection in
            try Self.renew(shown, by: fresh.hash, lifetime: lifetime, at: now, on: connection)
        }
        guard case .renewed(let account, let session) = outcome else {
            throw OAuthRefusal(.invalidGrant, "This access has ended; sign in again.")
        }
        return TokenGrant(
            accessToken: try await keys.sign(account: account, session: session),
            expiresIn: settings.accessLifetime,
            refreshToken: fresh.text
        )
    }

    private static func renew(
        _ shown: String,
        by fresh: String,
        lifetime: Int,
        at now: Int,
        on connection: any SQLConnection
    ) throws -> Outcome {
        let found = try connection.rows(
            "SELECT session FROM refresh_token WHERE hash = $1",
            [.text(shown)]
        ).first
        guard let session = try found?.text("session") else { return .refused }
        // The session's row is the lock under which its tokens are looked at.
        let rows = try connection.rows(
            """
            SELECT account FROM session
            WHERE id = $1 AND ended_at IS NULL AND expires_at > $2 \(connection.dialect.lock)
            """,
            [.text(session), .integer(now)]
        )
        guard let account = try rows.first?.text("account") else { return .refused }
        guard try isGood(shown, of: session, at: now, on: connection) else {
            try connection.execute(
                "UPDATE session SET ended_at = $2, cookie = NULL WHERE id = $1",
                [.text(session), .integer(now)]
            )
            try connection.announce()
            return .refused
        }
        // Only the one before the current one may ever be looked at again.
        try connection.execute(
            "DELETE FROM refresh_token WHERE session = $1 AND used_at < $2",
            [.text(session), .integer(now - lifetime * 1000)]
        )
        try connection.execute(
            "UPDATE refresh_token SET is_current = 0 WHERE session = $1",
            [.text(session)]
        )
        try connection.execute(
            "UPDATE refresh_token SET used_at = COALESCE(used_at, $2) WHERE hash = $1",
            [.text(shown), .integer(now)]
        )
        try add(fresh, after: shown, to: session, on: connection)
        try connection.execute(
            "UPDATE session SET seen_at = $2, expires_at = $3 WHERE id = $1",
            [.text(session), .integer(now), .integer(now + lifetime * 1000)]
        )
        return .renewed(account: account, session: session)
    }

    /// Whether a token is the current one, or the one before whose answer may have been lost.
    private static func isGood(
        _ shown: String,
        of session: String,
        at now: Int,
        on connection: any SQLConnection
    ) throws -> Bool {
        let current = try connection.rows(
            "SELECT hash, parent FROM refresh_token WHERE session = $1 AND is_current = 1",
            [.text(session)]
        ).first
        guard let current else { return false }
        if try current.text("hash") == shown { return true }
        guard try current.optionalText("parent") == shown else { return false }
        let usedAt = try connection.rows(
            "SELECT used_at FROM refresh_token WHERE hash = $1",
            [.text(shown)]
        ).first?.optionalInteger("used_at")
        return usedAt.map { now - $0 <= grace } ?? false
    }
}
