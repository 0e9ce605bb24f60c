import AccountService
import Foundation
import Synchronization

/// Letters kept in memory, the second implementation of the seam.
package final class MemoryPostbox: Postbox {
    private let letters = Mutex<[(recipient: String, text: String)]>([])

    package init() {}

    package func put(_ letter: [UInt8], to recipient: String) {
        letters.withLock { $0.append((recipient, String(decoding: letter, as: UTF8.self))) }
    }

    package var count: Int { letters.withLock { $0.count } }

    /// The texts that somebody got, the newest last.
    package func letters(to recipient: String) -> [String] {
        letters.withLock { $0.filter { $0.recipient == recipient }.map(\.text) }
    }

    /// What the link of somebody's newest letter holds.
    package func token(to recipient: String) -> String? {
        letters(to: recipient).last?.split(separator: "\r\n")
            .first { $0.contains("?token=") }?.split(separator: "=").last.map(String.init)
    }
}
