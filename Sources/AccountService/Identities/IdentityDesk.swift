import AccountAPI
import Crypto
import Database
import Editorial
import Foundation
import Networking

/// Signs people in by what another service vouches for.
struct IdentityDesk: Sendable {
    let accounts: AccountDesk
    private let client = IdentityClient()
    /// Milliseconds.
    private static let patience = 10 * 60 * 1000

    init(accounts: AccountDesk) { self.accounts = accounts }

    var providers: [IdentityProvider] { accounts.settings.providers }

    /// Who came back from a provider, and the terminal's code they came for.
    struct Arrival: Sendable {
        let account: String
        let code: UserCode?
    }

    func provider(_ name: String) throws -> IdentityProvider {
        guard let provider = providers.first(where: { $0.kind.rawValue == name }) else {
            throw Refusal.notFound("way to sign in")
        }
        return provider
    }

    /// Returns where to send a browser, which alone can come back from there.
    func begin(
        _ provider: IdentityProvider,
        cookie: String,
        code: UserCode?,
        from address: String
    ) async throws -> String {
        let now = accounts.now()
        try accounts.limits.take(.requestByAddress, address, now: now)
        let (state, verifier) = (OpaqueToken.random(), OpaqueToken.random())
        try await accounts.store.write { connection in
            try connection.execute(
                "DELETE FROM identity_request WHERE expires_at < $1",
                [.integer(now)]
            )
            try connection.execute(
                """
                INSERT INTO identity_request (hash, provider, cookie, verifier, code, expires_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                [
                    .text(state.hash), .text(provider.kind.rawValue),
                    .text(OpaqueToken.hash(of: cookie)), .text(verifier.text),
                    .text(ifAny: code?.text), .integer(now + Self.patience),
                ]
            )
        }
        let challenge = Data(SHA256.hash(data: Data(verifier.text.utf8))).base64URL
        let query = [
            ("response_type", "code"), ("client_id", provider.client),
            ("redirect_uri", redirect(provider)), ("scope", provider.scope),
            ("state", state.text), ("code_challenge", challenge),
            ("code_challenge_method", "S256"),
        ].map { $0.0 + "=" + WebAddress.escaped($0.1) }.joined(separator: "&")
        return provider.authorize.text + "?" + query
    }

    /// Returns who came back with a code of the provider's.
    func arrive(
        _ provider: IdentityProvider,
        state: String,
        code: String,
        cookie: String,
        from address: String
    ) async throws -> Arrival {
        let now = accounts.now()
        try accounts.limits.take(.signInByAddress, address, now: now)
        // Taken once, whatever becomes of it.
        let found = try await accounts.store.write { connection in
            try connection.rows(
                """
                DELETE FROM identity_request WHERE hash = $1 AND provider = $2 AND cookie = $3
                RETURNING verifier, code, expires_at
                """,
                [
                    .text(OpaqueToken.hash(of: state)), .text(provider.kind.rawValue),
                    .text(OpaqueToken.hash(of: cookie)),
                ]
            ).first
        }
        guard let row = found, try row.integer("expires_at") > now, code.utf8.count <= 2048
        else { throw Refusal.staleLink }
        let person = try? await client.person(
            at: provider,
            code: code,
            verifier: try row.text("verifier"),
            redirect: redirect(provider)
        )
        guard let person else {
            throw Refusal(
                .unavailable,
                "\(provider.name) does not say who you are; confirm your address there, or try again."
            )
        }
        return Arrival(
            account: try await account(of: person, at: provider),
            code: try row.optionalText("code").flatMap { UserCode(typed: $0) }
        )
    }

    private func redirect(_ provider: IdentityProvider) -> String {
        accounts.settings.publicAddress + "/sign-in/with/\(provider.kind.rawValue)/done"
    }

    /// Returns the account of somebody a provider vouches for: the one that was
    /// tied to them, else the one of their address, else a new one.
    private func account(
        of person: IdentityClient.Person,
        at provider: IdentityProvider
    ) async throws -> String {
        let (fresh, space) = (
            accounts.newID(AccountProfile.self).description, accounts.newID(Space.self).description
        )
        // No password opens it until one is chosen by mail.
        let hash = try await accounts.hashing.hash(OpaqueToken.random().text)
        let (account, isTied) = try await accounts.store.write {
            [now = accounts.now()] connection in
            let key: [SQLValue] = [.text(provider.kind.rawValue), .text(person.subject)]
            let known = try connection.rows(
                "SELECT account FROM identity WHERE provider = $1 AND subject = $2",
                key
            ).first?.text("account")
            if let known { return (known, false) }
            // An account that nobody confirmed may be another’s trap.
            try connection.execute(
                "DELETE FROM account WHERE email = $1 AND verified_at IS NULL",
                [.text(person.email.text)]
            )
            let own = try connection.rows(
                "SELECT id FROM account WHERE email = $1",
                [.text(person.email.text)]
            ).first?.text("id")
            if own == nil {
                try Self.enrol(person, as: fresh, space, hash, at: now, on: connection)
            }
            try connection.execute(
                "INSERT INTO identity (provider, subject, account) VALUES ($1, $2, $3)",
                key + [.text(own ?? fresh)]
            )
            return (own ?? fresh, own != nil)
        }
        if isTied { try await accounts.send(.tied(person.email, provider: provider.name)) }
        return account
    }

    private static func enrol(
        _ person: IdentityClient.Person,
        as account: String,
        _ space: String,
        _ hash: String,
        at now: Int,
        on connection: any SQLConnection
    ) throws {
        let fallback = String(person.email.text.prefix { $0 != "@" })
        try connection.execute(
            """
            INSERT INTO account (id, email, name, password, verified_at, created_at)
            VALUES ($1, $2, $3, $4, $5, $5)
            """,
            [
                .text(account), .text(person.email.text),
                .text(AccountDesk.clean(person.name, limit: 80, or: fallback)), .text(hash),
                .integer(now),
            ]
        )
        try AccountDesk.makeOwnSpace(space, of: account, on: connection)
    }
}

extension Letter {
    static func tied(_ recipient: EmailAddress, provider: String) -> Letter {
        Letter(
            recipient: recipient,
            subject: "\(provider) opens your Kinema account now",
            text: """
                Somebody, you hopefully, signed in to your Kinema account by \(provider), which
                vouched for this address. If it was not you, look after your account there, and
                write to whoever runs this service.
                """
        )
    }
}
