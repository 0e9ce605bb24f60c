/// When a field was written, so that everybody orders any two writings alike.
///
/// A hybrid logical clock (Kulkarni et al. 2014): the wall clock's
/// milliseconds, a counter for what happens within one, and who wrote, which
/// makes stamps of different writers differ. It is spelled in fixed width, so
/// that the text sorts as the stamp does.
package struct HybridStamp: Hashable, Sendable, Comparable {
    /// Since 1970; of 48 bits.
    package let milliseconds: Int
    package let counter: UInt16
    /// Drawn once by each machine that writes.
    package let writer: UInt64

    package init(milliseconds: Int, counter: UInt16, writer: UInt64) {
        self.milliseconds = min(max(0, milliseconds), Self.latest)
        self.counter = counter
        self.writer = writer
    }

    static let latest = 0xFFFF_FFFF_FFFF

    package static func < (left: HybridStamp, right: HybridStamp) -> Bool {
        (left.milliseconds, left.counter, left.writer)
            < (right.milliseconds, right.counter, right.writer)
    }
}

extension HybridStamp: CustomStringConvertible {
    /// Such as `01939c2f4a10-0000-5f2c9e0a11b20c77`.
    package var description: String {
        Self.digits(UInt64(milliseconds), 12) + "-" + Self.digits(UInt64(counter), 4) + "-"
            + Self.digits(writer, 16)
    }

    /// Reads exactly what ``description`` writes; nil for anything else.
    package init?(_ text: String) {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.utf8.count) == [12, 4, 16],
            groups.allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) }),
            let milliseconds = Int(groups[0], radix: 16),
            let counter = UInt16(groups[1], radix: 16),
            let writer = UInt64(groups[2], radix: 16)
        else { return nil }
        self.init(milliseconds: milliseconds, counter: counter, writer: writer)
    }

    private static func digits(_ number: UInt64, _ width: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: width - digits.count) + digits
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

extension HybridStamp: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let stamp = HybridStamp(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "This is not a stamp."
            )
        }
        self = stamp
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
