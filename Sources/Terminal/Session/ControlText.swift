/// Bytes with control characters, made readable.
enum ControlText {
    /// Splits at each escape that begins a sequence, and writes control
    /// characters as `^[` and the like; at most 64 sequences of 200 characters.
    static func sequences(_ bytes: [UInt8]) -> [String] {
        var sequences: [String] = []
        var current = ""
        for (index, byte) in bytes.enumerated() {
            let isTerminator = bytes.indices.contains(index + 1) && bytes[index + 1] == 0x5C
            if byte == 0x1B, !isTerminator, !current.isEmpty {
                sequences.append(current)
                current = ""
            }
            if current.utf8.count < 200 { current += spelled(byte) }
        }
        if !current.isEmpty { sequences.append(current) }
        return Array(sequences.prefix(64))
    }

    private static func spelled(_ byte: UInt8) -> String {
        switch byte {
        case 0..<0x20: "^" + String(Unicode.Scalar(byte + 0x40))
        case 0x20..<0x7F: String(Unicode.Scalar(byte))
        default: "\\x" + String(byte, radix: 16)
        }
    }
}
