/// An address that mail can be sent to, in the one spelling accounts are found by.
struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    let text: String

    /// nil for what is no plain address: nothing in it can end a header line.
    init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count),
            (3...190).contains(parts[1].utf8.count),
            parts[0].utf8.allSatisfy(Self.isLocal),
            !parts[0].hasPrefix("."), !parts[0].hasSuffix("."),
            Self.isHost(parts[1])
        else { return nil }
        self.text = text.lowercased()
    }

    var description: String { text }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
    }

    private static func isHost(_ host: Substring) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-")
                    && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
