package import Editorial

/// The name under which a storage keeps bytes; one that was used once is never used again.
///
/// So whatever is removed under a name, nobody may have put anything else there
/// meanwhile.
package struct StorageKey: Hashable, Sendable, CustomStringConvertible {
    /// The digest, a hyphen, and sixteen hexadecimal digits.
    package let text: String

    /// Draws a new name for bytes of a digest.
    package static func random(for digest: Asset.ID) -> StorageKey {
        var source = SystemRandomNumberGenerator()
        let digits = String(source.next() | 1 << 63, radix: 16)
        return StorageKey(unchecked: digest.digest + "-" + digits)
    }

    /// nil for what no storage ever named so, so that it is always safe in a path.
    package init?(_ text: String) {
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count == 2, Asset.ID(String(halves[0])) != nil, halves[1].utf8.count == 16,
            halves[1].utf8.allSatisfy(Self.isDigit)
        else { return nil }
        self.text = text
    }

    private init(unchecked text: String) { self.text = text }

    package var description: String { text }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
