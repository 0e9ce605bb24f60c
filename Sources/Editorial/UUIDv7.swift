/// A universally unique identifier that sorts by the time it was made.
///
/// RFC 9562, section 5.7: 48 bits of milliseconds, then 74 random bits.
package struct UUIDv7: Hashable, Sendable, Comparable, CustomStringConvertible {
    private let high: UInt64
    private let low: UInt64

    /// Makes an identifier for a moment; the randomness is the caller's.
    package init(at time: Timestamp, using random: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(max(0, time.milliseconds)) & 0xFFFF_FFFF_FFFF
        high = milliseconds << 16 | 0x7000 | random.next() & 0x0FFF
        low = 0x8000_0000_0000_0000 | random.next() & 0x3FFF_FFFF_FFFF_FFFF
    }

    /// Reads the 8-4-4-4-12 form; nil for anything else.
    package init?(_ text: String) {
        guard text.utf8.count == 36 else { return nil }
        var words: (high: UInt64, low: UInt64) = (0, 0)
        for (place, byte) in text.utf8.enumerated() {
            if Self.dashes.contains(place) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = Self.value(of: byte) else { return nil }
            if place < 18 {
                words.high = words.high << 4 | digit
            } else {
                words.low = words.low << 4 | digit
            }
        }
        high = words.high
        low = words.low
    }

    /// When it was made.
    package var time: Timestamp { Timestamp(milliseconds: Int(high >> 16)) }

    package var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for word in [high, low] {
                for shift in stride(from: 60, through: 0, by: -4) {
                    if Self.dashes.contains(place) {
                        text[place] = UInt8(ascii: "-")
                        place += 1
                    }
                    let digit = UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15
                    text[place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
                    place += 1
                }
            }
            return place
        }
    }

    /// Where the dashes stand.
    private static let dashes = [8, 13, 18, 23]

    /// What a hexadecimal digit is worth; nil for anything else.
    private static func value(of byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    package static func < (left: UUIDv7, right: UUIDv7) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}
