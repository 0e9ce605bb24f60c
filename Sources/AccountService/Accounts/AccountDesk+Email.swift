import AccountAPI
import Database

extension AccountDesk {
    private static let emailLifetime = 24 * 3600 * 1000

    /// Asks for another address, which is to be confirmed from there.
    ///
    /// The answer is the same where the address has an account already; only
    /// the mail differs.
    func changeEmail(_ body: AccountBodies.ChangeEmail, by caller: Caller) async throws {
        try await confirm(body.password, of: caller)
        guard let email = EmailAddress(body.email) else { throw Refusal.badAddress }
        try limits.take(.mail, email.text, now: now())
        let token = OpaqueToken.random()
        let isFree = try await store.write { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            try connection.execute(
                "DELETE FROM email_change WHERE account = $1",
                [.text(caller.account)]
            )
            try connection.execute(
                "INSERT INTO email_change (hash, account, email, expires_at) VALUES ($1, $2, $3, $4)",
                [
                    .text(token.hash), .text(caller.account), .text(email.text),
                    .integer(now + Self.emailLifetime),
                ]
            )
            return try connection.rows(
                "SELECT 1 AS found FROM account WHERE email = $1 AND verified_at IS NOT NULL",
                [.text(email.text)]
            ).isEmpty
        }
        let link = settings.publicAddress + (isFree ? "/email?token=\(token.text)" : "/reset")
        try await send(
            isFree ? .newAddress(email, link: link) : .alreadyThere(email, link: link)
        )
    }

    /// Takes the other address, and tells the one before.
    func confirmEmail(_ token: String, from address: String) async throws {
        try limits.take(.requestByAddress, address, now: now())
        let before = try await store.write { [now = now()] connection in
            let row = try connection.rows(
                "DELETE FROM email_change WHERE hash = $1 RETURNING account, email, expires_at",
                [.text(OpaqueToken.hash(of: token))]
            ).first
            guard let row, try row.integer("expires_at") > now else { throw Refusal.staleLink }
            let (account, email) = (try row.text("account"), try row.text("email"))
            let before = try connection.rows(
                "SELECT email FROM account WHERE id = $1 \(connection.dialect.lock)",
                [.text(account)]
            ).first?.text("email")
            // An account under it that nobody ever confirmed was never anybody’s.
            try connection.execute(
                "DELETE FROM account WHERE email = $1 AND verified_at IS NULL",
                [.text(email)]
            )
            let changed = try connection.execute(
                """
                UPDATE account SET email = $2
                WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM account WHERE email = $2)
                """,
                [.text(account), .text(email)]
            )
            guard changed == 1, let before else { throw Refusal.staleLink }
            // A link to choose another password that went to the address before opens nothing.
            try connection.execute("DELETE FROM mail_token WHERE account = $1", [.text(account)])
            return before
        }
        if let before = EmailAddress(before) { try await send(.addressChanged(before)) }
    }

    /// Throws unless it is the password of whoever asks.
    func confirm(_ password: String, of caller: Caller) async throws {
        try limits.take(.signInByAccount, caller.account, now: now())
        let stored = try await store.read { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            return try connection.rows(
                "SELECT password FROM account WHERE id = $1",
                [.text(caller.account)]
            ).first?.text("password")
        }
        guard try await hashing.matches(String(password.prefix(1024)), stored) else {
            throw Refusal(.wrongCredentials, "That is not your password of now; type it again.")
        }
    }
}

extension Letter {
    static func newAddress(_ recipient: EmailAddress, link: String) -> Letter {
        Letter(
            recipient: recipient,
            subject: "Confirm your new address for Kinema",
            text: """
                Somebody, you hopefully, wants to use this address for their Kinema account.
                Open this page within a day to confirm it:

                \(link)

                If it was not you, do nothing: the account keeps the address that it has.
                """
        )
    }

    static func addressChanged(_ recipient: EmailAddress) -> Letter {
        Letter(
            recipient: recipient,
            subject: "Your Kinema account has another address",
            text: """
                The address of your Kinema account was changed, and this one opens it no more.
                If it was not you, write to whoever runs the service at once.
                """
        )
    }
}
