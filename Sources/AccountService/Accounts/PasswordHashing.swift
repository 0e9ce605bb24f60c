import AccountAPI
import CSodium
import Foundation
import Synchronization

/// Hashes passwords with Argon2id on threads of its own.
///
/// So many are hashed at a time, and only so many may wait: a flood of
/// sign-ins costs a known amount of memory, and the rest is told to come later.
final class PasswordHashing: Sendable {
    private let cost: ServiceSettings.HashCost
    private let pool: WorkPool
    private let waiting = Atomic(0)
    private let begun = Atomic(0)
    private let limit: Int
    /// The hash of no password, which those are compared with who have no account.
    private let decoy: String

    init(cost: ServiceSettings.HashCost, width: Int) throws {
        precondition(sodium_init() >= 0, "libsodium could not be started.")
        self.cost = cost
        pool = WorkPool(width: width)
        limit = width * 32
        decoy = try Self.hash(OpaqueToken.random().text, cost: cost)
    }

    /// How many are hashed at this moment or wait for it.
    var load: Int { waiting.load(ordering: .relaxed) }

    /// How many were hashed so far, or begun.
    var count: Int { begun.load(ordering: .relaxed) }

    /// Returns the hash of a password, with its salt and cost.
    func hash(_ password: String) async throws -> String {
        try await bounded { [cost] in try Self.hash(password, cost: cost) }
    }

    /// Returns whether a password is the one of a hash; without a hash it takes
    /// as long, and it is not.
    func matches(_ password: String, _ hash: String?) async throws -> Bool {
        try await bounded { [decoy] in
            let bytes = Array(password.utf8)
            let isSame =
                bytes.withUnsafeBytes { pointer in
                    crypto_pwhash_str_verify(
                        hash ?? decoy,
                        pointer.bindMemory(to: CChar.self).baseAddress ?? Self.empty,
                        UInt64(bytes.count)
                    )
                } == 0
            return isSame && hash != nil
        }
    }

    func close() async { await pool.close() }

    private func bounded<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        guard waiting.add(1, ordering: .relaxed).newValue <= limit else {
            waiting.subtract(1, ordering: .relaxed)
            throw Refusal(
                .unavailable,
                "Too many people sign in at this moment; try again in a few seconds.",
                retryAfter: 5
            )
        }
        defer { waiting.subtract(1, ordering: .relaxed) }
        begun.add(1, ordering: .relaxed)
        return try await pool.run(body)
    }

    private static func hash(
        _ password: String,
        cost: ServiceSettings.HashCost
    ) throws -> String {
        var output = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let bytes = Array(password.utf8)
        let code = bytes.withUnsafeBytes { pointer in
            crypto_pwhash_str_alg(
                &output,
                pointer.bindMemory(to: CChar.self).baseAddress ?? Self.empty,
                UInt64(bytes.count),
                UInt64(cost.passes),
                cost.memory,
                crypto_pwhash_ALG_ARGON2ID13
            )
        }
        guard code == 0 else {
            throw Refusal(.unavailable, "There is no memory to check passwords; try again later.")
        }
        let text = output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: text, as: UTF8.self)
    }

    /// unsafe: one byte that is never written and never freed.
    nonisolated(unsafe) private static let empty = UnsafePointer(
        UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    )
}
