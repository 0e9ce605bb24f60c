import Crypto
import Foundation

/// A random token that means nothing to whoever holds it.
///
/// The database has its hash alone, so that reading it opens nothing.
struct OpaqueToken: Sendable {
    /// What is handed out; a secret.
    let text: String

    /// Draws 256 bits from the system.
    static func random() -> OpaqueToken {
        var source = SystemRandomNumberGenerator()
        let bytes = (0..<4).flatMap { _ in
            withUnsafeBytes(of: source.next()) { Array($0) }
        }
        return OpaqueToken(text: Data(bytes).base64URL)
    }

    var hash: String { Self.hash(of: text) }

    /// Returns what is stored for a token.
    static func hash(of text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).hexadecimal
    }
}

extension Data {
    /// Base64 for addresses and headers, without padding (RFC 4648, 5).
    var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}
