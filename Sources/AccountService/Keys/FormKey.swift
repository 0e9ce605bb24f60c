import Crypto
import Database
import Foundation

/// What ties a form to the browser it was given to.
///
/// A form holds the authentication code of the browser's own cookie; another
/// site can neither read the cookie nor make the code.
struct FormKey: Sendable {
    private let key: SymmetricKey

    /// Reads the key that all processes share, and makes it the first time.
    static func load(_ store: ServiceStore) async throws -> FormKey {
        FormKey(key: SymmetricKey(data: try await seed(store)))
    }

    /// Reads what the keys of all processes are made of, and draws it the first time.
    static func seed(_ store: ServiceStore) async throws -> [UInt8] {
        let fresh = Array(OpaqueToken.random().text.utf8)
        let seed = try await store.write { connection in
            try connection.execute(
                """
                INSERT INTO service_key (id, purpose, seed, created_at)
                VALUES ('form', 'form', $1, 0) ON CONFLICT (id) DO NOTHING
                """,
                [.blob(fresh)]
            )
            return try connection.rows("SELECT seed FROM service_key WHERE id = 'form'")
                .first?.blob("seed")
        }
        return seed ?? fresh
    }

    /// Returns what a form of a browser holds.
    func code(for cookie: String) -> String {
        Data(HMAC<SHA256>.authenticationCode(for: Data(cookie.utf8), using: key)).base64URL
    }

    /// Whether a form was given to this browser; takes as long whatever is wrong.
    func holds(_ code: String, for cookie: String) -> Bool {
        guard let bytes = Data(base64URL: code) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            bytes,
            authenticating: Data(cookie.utf8),
            using: key
        )
    }
}

extension Data {
    /// Reads base64 for addresses; nil for anything else.
    init?(base64URL text: String) {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        self.init(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }
}
