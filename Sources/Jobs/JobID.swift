/// The identity of a job, which makes queueing it twice the same as once.
package struct JobID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// A UUID in its 8-4-4-4-12 form, lowercase.
    package let text: String

    /// Reads the 8-4-4-4-12 form; nil for anything else.
    package init?(_ text: String) {
        guard text.utf8.count == 36 else { return nil }
        var isLowercase = true
        for (place, byte) in text.utf8.enumerated() {
            if place == 8 || place == 13 || place == 18 || place == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): break
            case UInt8(ascii: "A")...UInt8(ascii: "F"): isLowercase = false
            default: return nil
            }
        }
        self.text = isLowercase ? text : text.lowercased()
    }

    /// Makes a UUIDv7 for a moment, in milliseconds since 1970.
    package init(at milliseconds: Int, using random: inout some RandomNumberGenerator) {
        let time = UInt64(max(0, milliseconds)) & 0xFFFF_FFFF_FFFF
        let high = padded(time << 16 | 0x7000 | random.next() & 0x0FFF)
        let low = padded(0x8000_0000_0000_0000 | random.next() & 0x3FFF_FFFF_FFFF_FFFF)
        text =
            "\(high.prefix(8))-\(high.dropFirst(8).prefix(4))-\(high.suffix(4))"
            + "-\(low.prefix(4))-\(low.dropFirst(4))"
    }

    package var description: String { text }

    package static func < (left: JobID, right: JobID) -> Bool { left.text < right.text }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = JobID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "A job is named by a UUID."
            )
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

private func padded(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
