package import AccountAPI
package import Foundation
package import Networking

/// An account as this machine may ask for it: with a token that holds, renewed when it does not.
package struct AccountAccess: Sendable {
    private let file: any CredentialStore
    let http: HTTPClient
    private let now: @Sendable () -> Int
    /// A token that ends within so many milliseconds is renewed.
    private static let margin = 30_000

    /// `now` gives milliseconds since 1970.
    package init(file: any CredentialStore, http: HTTPClient, now: @escaping @Sendable () -> Int) {
        self.file = file
        self.http = http
        self.now = now
    }

    /// Whom this machine is signed in as; nil when as nobody.
    package func credentials() throws(SyncError) -> Credentials? { try file.read() }

    /// Notes the tokens of a sign-in.
    package func begin(
        _ grant: TokenGrant,
        at server: WebAddress,
        email: String = ""
    ) throws(SyncError) {
        guard
            let credentials = Credentials(server: server, email: email, grant: grant, now: now())
        else { throw SyncError(.malformed, "\(server.host) gave tokens that are none.") }
        try file.write(credentials)
    }

    /// Ends the session at the service, if it can be reached, and forgets the tokens.
    ///
    /// - Returns: Whether the service knows of it.
    package func end() async -> Bool {
        defer { file.remove() }
        let path = AccountRoute.endSession.path("current")
        return (try? await tell(.endSession, at: path)) != nil
    }

    /// Tells whose account it is.
    package func profile() async throws(SyncError) -> AccountProfile {
        try await ask(.profile, as: AccountProfile.self)
    }

    /// Has a picture stand for the account, or none any more.
    package func change(picture: Data?) async throws(SyncError) {
        guard let picture else {
            return try await tell(.removePicture, at: AccountRoute.removePicture.path)
        }
        try await renewing { client, token throws(SyncError) in
            try await client.tell(.changePicture, bytes: picture, token: token)
        }
    }

    /// Lists where the account is signed in.
    package func sessions() async throws(SyncError) -> [AccountSession] {
        try await ask(.sessions, as: SessionList.self).sessions
    }

    /// Ends one session.
    package func endSession(_ id: String) async throws(SyncError) {
        guard !id.isEmpty, id.utf8.allSatisfy({ $0 != UInt8(ascii: "/") }) else {
            throw SyncError(.refused(.notFound), "There is no such session.")
        }
        try await tell(
            .endSession,
            at: AccountRoute.endSession.path(WebAddress.escaped(id))
        )
    }

    /// Returns a token that holds for a while, and where.
    func bearer() async throws(SyncError) -> (server: WebAddress, token: Secret) {
        guard var credentials = try file.read() else { throw .signedOut }
        if credentials.expiresAt - now() < Self.margin {
            let client = try AccountClient(server: credentials.server, http: http)
            credentials = try await renewed(credentials, by: client)
        }
        return (credentials.server, credentials.accessToken)
    }

    func ask<Reply: Decodable & Sendable>(
        _ route: AccountRoute,
        at path: String? = nil,
        query: [(String, String)] = [],
        body: (any Encodable & Sendable)? = nil,
        as reply: Reply.Type
    ) async throws(SyncError) -> Reply {
        try await renewing { client, token throws(SyncError) in
            try await client.ask(
                route,
                at: path,
                query: query,
                body: body,
                token: token,
                as: reply
            )
        }
    }

    func tell(
        _ route: AccountRoute,
        at path: String,
        body: (any Encodable & Sendable)? = nil
    ) async throws(SyncError) {
        try await renewing { client, token throws(SyncError) in
            try await client.tell(route, at: path, body: body, token: token)
        }
    }

    /// Asks with the token there is, and once more with another when it no longer held.
    private func renewing<Value: Sendable>(
        _ body: (AccountClient, Secret) async throws(SyncError) -> Value
    ) async throws(SyncError) -> Value {
        guard var credentials = try file.read() else { throw .signedOut }
        let client = try AccountClient(server: credentials.server, http: http)
        if credentials.expiresAt - now() < Self.margin {
            credentials = try await renewed(credentials, by: client)
            return try await body(client, credentials.accessToken)
        }
        do {
            return try await body(client, credentials.accessToken)
        } catch  where error.kind == .signedOut {
            credentials = try await renewed(credentials, by: client)
            return try await body(client, credentials.accessToken)
        }
    }

    /// Returns tokens in place of some that no longer hold.
    private func renewed(
        _ old: Credentials,
        by client: AccountClient
    ) async throws(SyncError) -> Credentials {
        try await file.locked { () throws(SyncError) in
            guard let present = try file.read() else { throw SyncError.signedOut }
            // Another process was first.
            if present.accessToken != old.accessToken { return present }
            let answer = try await client.tokens([
                ("grant_type", TokenGrant.refreshGrant),
                ("refresh_token", present.refreshToken.revealed),
                ("client_id", TokenGrant.terminalClient),
            ])
            guard case .granted(let grant) = answer,
                let next = Credentials(
                    server: present.server,
                    email: present.email,
                    grant: grant,
                    now: now()
                )
            else { throw SyncError.signedOut }
            try file.write(next)
            return next
        }
    }
}
