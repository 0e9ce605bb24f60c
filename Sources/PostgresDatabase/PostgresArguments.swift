import CPostgres
import Database

/// Arguments as the text that the server reads.
enum PostgresArguments {
    /// Calls `body` with one C string an argument, null for null; they live as
    /// long as the call.
    static func with<Value>(
        _ arguments: [SQLValue],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
    ) -> Value {
        var bytes: [UInt8] = []
        var places: [Int?] = []
        bytes.reserveCapacity(arguments.count * 24)
        places.reserveCapacity(arguments.count)
        for argument in arguments {
            guard argument != .null else {
                places.append(nil)
                continue
            }
            places.append(bytes.count)
            append(argument, to: &bytes)
            bytes.append(0)
        }
        return bytes.withUnsafeBytes { buffer in
            let start = buffer.assumingMemoryBound(to: CChar.self).baseAddress
            let values = places.map { place in place.flatMap { start?.advanced(by: $0) } }
            return values.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }

    private static func append(_ argument: SQLValue, to bytes: inout [UInt8]) {
        switch argument {
        case .null: break
        case .integer(let integer): bytes += String(integer).utf8
        case .real(let real): bytes += spelled(real).utf8
        // A text that went on after U+0000 would be cut there.
        case .text(let text): bytes += text.utf8.filter { $0 != 0 }
        case .blob(let blob):
            bytes += "\\x".utf8
            for byte in blob {
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        }
    }

    private static let digits = [UInt8]("0123456789abcdef".utf8)

    private static func spelled(_ real: Double) -> String {
        if real.isNaN { return "NaN" }
        if real.isInfinite { return real < 0 ? "-Infinity" : "Infinity" }
        return "\(real)"
    }
}
