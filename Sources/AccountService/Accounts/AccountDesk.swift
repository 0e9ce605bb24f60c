import AccountAPI
import Database
import Editorial

/// What may be done about accounts, sessions and spaces; it knows no HTTP.
struct AccountDesk: Sendable {
    let settings: ServiceSettings
    let store: ServiceStore
    let hashing: PasswordHashing
    let keys: SigningKeys
    let limits: RateLimits
    let postbox: any Postbox
    let posting: WorkPool
    /// Milliseconds since 1970.
    let now: @Sendable () -> Int

    /// Whoever asks, once the token was looked at.
    struct Caller: Hashable, Sendable {
        let account: String
        /// Empty where a key was shown.
        let session: String
        var key: Key?

        /// The key that was shown in place of an access token.
        struct Key: Hashable, Sendable {
            let id: String
            let scopes: [AccountKey.Scope]
        }
    }

    /// Returns who shows an access token in a request's `Authorization`.
    func caller(authorization: String?) async throws -> Caller {
        guard let authorization, authorization.lowercased().hasPrefix("bearer ") else {
            throw Refusal.unauthorized
        }
        let token = String(authorization.dropFirst(7))
        if token.hasPrefix(Self.keyPrefix) { return try await self.caller(key: token) }
        guard let claims = try await keys.claims(of: token) else { throw Refusal.unauthorized }
        return Caller(account: claims.sub, session: claims.sid)
    }

    /// Throws when the session or the key has ended, which the token cannot know.
    ///
    /// Called in the transaction of what is asked, so that nothing is done for
    /// one who was signed out a moment ago.
    static func admit(
        _ caller: Caller,
        on connection: any SQLConnection,
        now: Int
    ) throws {
        if let key = caller.key {
            let rows = try connection.rows(
                "SELECT 1 AS found FROM account_key WHERE id = $1 AND account = $2",
                [.text(key.id), .text(caller.account)]
            )
            guard !rows.isEmpty else { throw Refusal.unauthorized }
            return
        }
        let rows = try connection.rows(
            """
            SELECT 1 AS found FROM session
            WHERE id = $1 AND account = $2 AND ended_at IS NULL AND expires_at > $3
            """,
            [.text(caller.session), .text(caller.account), .integer(now)]
        )
        guard !rows.isEmpty else { throw Refusal.unauthorized }
    }

    /// A new identifier of this moment.
    func newID<Owner>(_ owner: Owner.Type = Owner.self) -> Identifier<Owner> {
        var random = SystemRandomNumberGenerator()
        return Identifier(UUIDv7(at: Timestamp(milliseconds: now()), using: &random))
    }

    /// Puts a letter into the post; whether it arrives changes no answer.
    func send(_ letter: Letter) async throws {
        let bytes = letter.spelled(from: settings.sender, at: now() / 1000)
        try await posting.run { [postbox] in
            try postbox.put(bytes, to: letter.recipient.text)
        }
    }

    /// Returns a name for people: short, and nothing but text.
    static func clean(_ text: String, limit: Int, or fallback: String) -> String {
        let kept = String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate,
                        .privateUse, .unassigned:
                        false
                    default: true
                    }
                }
            )
        )
        let trimmed = kept.drop(while: \.isWhitespace).prefix(limit)
        return trimmed.isEmpty ? fallback : String(trimmed)
    }
}
