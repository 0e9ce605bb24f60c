import Crypto
import Foundation
import Networking

/// Signs addresses that open one thing for a while, whoever shows them.
///
/// Of the method, the path and what stands behind it nothing can be changed.
struct AddressKey: Sendable {
    private let key: SymmetricKey

    private static let name = "signature"
    private static let end = "until"

    init(seed: some ContiguousBytes) {
        // A key of its own: what is signed for a form opens no address, nor the other way round.
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: seed),
            info: Data("addresses".utf8),
            outputByteCount: 32
        )
    }

    /// Reads the key that all processes share.
    static func load(_ store: ServiceStore) async throws -> AddressKey {
        AddressKey(seed: try await FormKey.seed(store))
    }

    /// Returns an address, relative to the service, that holds until a time in seconds since 1970.
    func address(
        _ method: String,
        _ path: String,
        _ query: [(String, String)] = [],
        until time: Int
    ) -> String {
        let pairs = query + [(Self.end, "\(time)")]
        let code = HMAC<SHA256>.authenticationCode(for: text(method, path, pairs), using: key)
        let spelled = (pairs + [(Self.name, Data(code).base64URL)])
            .map { "\($0.0)=\(WebAddress.escaped($0.1))" }
        return path + "?" + spelled.joined(separator: "&")
    }

    /// Whether the address was signed here and still holds; takes as long whatever is wrong.
    ///
    /// `query` are the names and values that were asked for, in any order.
    func holds(_ method: String, _ path: String, _ query: [(String, String)], now: Int) -> Bool {
        let all = Dictionary(query, uniquingKeysWith: { _, _ in "" })
        guard all.count == query.count, let code = all[Self.name].flatMap({ Data(base64URL: $0) }),
            let time = all[Self.end].flatMap({ Int($0) })
        else { return false }
        let isSigned = HMAC<SHA256>.isValidAuthenticationCode(
            code,
            authenticating: text(method, path, query.filter { $0.0 != Self.name }),
            using: key
        )
        return isSigned && now < time
    }

    private func text(_ method: String, _ path: String, _ query: [(String, String)]) -> Data {
        let pairs = query.sorted { $0.0 < $1.0 }
            .map { "\(WebAddress.escaped($0.0))=\(WebAddress.escaped($0.1))" }
        return Data(([method, path] + pairs).joined(separator: "\n").utf8)
    }
}
