import Crypto
import Database
import Foundation
import JWTKit

/// The keys that access tokens are signed with (EdDSA, RFC 8037), shared by all processes through
/// the database.
///
/// The newest signs. It is made a key lifetime after the one before, which
/// verifies for as long as a token of its holds.
actor SigningKeys {
    private struct Key {
        let id: String
        let createdAt: Int
        let seed: [UInt8]
    }

    private let store: ServiceStore
    private let settings: ServiceSettings
    private let now: @Sendable () -> Int
    private var keys: [Key] = []
    private var collection = JWTKeyCollection()
    private var loadedAt = Int.min / 2
    /// Tokens that were found to be ours, so that each is verified once.
    private var verified: [String: AccessClaims] = [:]
    private static let verifiedLimit = 10_000
    /// Seconds between two looks for keys that other processes made.
    private static let patience = 5

    init(store: ServiceStore, settings: ServiceSettings, now: @escaping @Sendable () -> Int) {
        self.store = store
        self.settings = settings
        self.now = now
    }

    /// Returns a token for what is claimed.
    func sign(account: String, session: String) async throws -> String {
        let seconds = now() / 1000
        if keys.last.map({ $0.createdAt + settings.keyLifetime <= seconds }) ?? true {
            try await rotate(at: seconds)
        }
        let claims = AccessClaims(
            iss: settings.publicAddress,
            aud: AccessClaims.audience,
            sub: account,
            sid: session,
            iat: seconds,
            exp: seconds + settings.accessLifetime
        )
        return try await collection.sign(
            claims,
            kid: keys.last.map { JWKIdentifier(string: $0.id) }
        )
    }

    /// Returns what a token claims; nil unless it is one of ours and holds.
    func claims(of token: String) async throws -> AccessClaims? {
        guard token.utf8.count <= 4096 else { return nil }
        let seconds = now() / 1000
        var claims = verified[token]
        if claims == nil { claims = try? await collection.verify(token, as: AccessClaims.self) }
        if claims == nil, seconds - loadedAt >= Self.patience {
            try await load()
            claims = try? await collection.verify(token, as: AccessClaims.self)
        }
        guard let claims, claims.exp > seconds, claims.aud == AccessClaims.audience,
            claims.iss == settings.publicAddress
        else { return nil }
        if verified.count >= Self.verifiedLimit { verified.removeAll() }
        verified[token] = claims
        return claims
    }

    /// The public halves, as RFC 7517 spells them.
    func published() async throws -> PublishedKeys {
        if keys.isEmpty { try await rotate(at: now() / 1000) }
        return PublishedKeys(
            keys: try keys.map { key in
                let secret = try Curve25519.Signing.PrivateKey(rawRepresentation: key.seed)
                return PublishedKeys.Key(
                    kid: key.id,
                    x: secret.publicKey.rawRepresentation.base64URL
                )
            }
        )
    }

    /// Makes a key, unless another process just did.
    private func rotate(at seconds: Int) async throws {
        let fresh = Curve25519.Signing.PrivateKey()
        let id = String(OpaqueToken.random().text.prefix(16))
        let lifetime = settings.keyLifetime
        let horizon = seconds - lifetime - settings.accessLifetime * 2
        try await store.write { connection in
            _ = try connection.rows(
                "SELECT id FROM service_key WHERE purpose = 'access' \(connection.dialect.lock)"
            )
            let newest = try connection.rows(
                "SELECT MAX(created_at) AS at FROM service_key WHERE purpose = 'access'"
            ).first?.optionalInteger("at")
            guard newest.map({ $0 + lifetime <= seconds }) ?? true else { return }
            try connection.execute(
                "DELETE FROM service_key WHERE purpose = 'access' AND created_at < $1",
                [.integer(horizon)]
            )
            try connection.execute(
                "INSERT INTO service_key (id, purpose, seed, created_at) VALUES ($1, $2, $3, $4)",
                [
                    .text(id), "access", .blob(Array(fresh.rawRepresentation)), .integer(seconds),
                ]
            )
        }
        try await load()
    }

    private func load() async throws {
        let rows = try await store.read { connection in
            try connection.rows(
                """
                SELECT id, seed, created_at FROM service_key
                WHERE purpose = 'access' ORDER BY created_at, id
                """
            ).map { row in
                Key(
                    id: try row.text("id"),
                    createdAt: try row.integer("created_at"),
                    seed: try row.blob("seed")
                )
            }
        }
        let collection = JWTKeyCollection()
        for key in rows {
            let secret = try Curve25519.Signing.PrivateKey(rawRepresentation: key.seed)
            await collection.add(
                eddsa: EdDSA.PrivateKey(backing: secret),
                kid: JWKIdentifier(string: key.id)
            )
        }
        self.collection = collection
        verified.removeAll()
        keys = rows
        loadedAt = now() / 1000
    }
}
