import CPostgres
import Database

/// A result of the server's as rows of the seam.
enum PostgresRows {
    static func read(_ result: OpaquePointer) -> [SQLRow] {
        let width = PQnfields(result)
        let names = (0..<width).map { PQfname(result, $0).map { String(cString: $0) } ?? "" }
        let types = (0..<width).map { PQftype(result, $0) }
        let columns = SQLRow.Columns(names)
        return (0..<PQntuples(result)).map { row in
            SQLRow(
                columns: columns,
                values: (0..<width).map { column in
                    value(result, row, column, type: types[Int(column)])
                }
            )
        }
    }

    /// The numbers are those of the server's own types, from `pg_type.dat`.
    private static func value(
        _ result: OpaquePointer,
        _ row: CInt,
        _ column: CInt,
        type: Oid
    ) -> SQLValue {
        guard PQgetisnull(result, row, column) == 0,
            let start = PQgetvalue(result, row, column)
        else { return .null }
        let text = UnsafeRawBufferPointer(
            start: start,
            count: Int(PQgetlength(result, row, column))
        )
        switch type {
        case 20, 21, 23, 26: return integer(text)
        case 16: return .integer(text.first == UInt8(ascii: "t") ? 1 : 0)
        case 700, 701:
            return Double(String(decoding: text, as: UTF8.self)).map(SQLValue.real) ?? .null
        case 1700:
            let number = String(decoding: text, as: UTF8.self)
            return Int(number).map(SQLValue.integer) ?? Double(number).map(SQLValue.real) ?? .null
        case 17: return .blob(bytes(text))
        default: return .text(String(decoding: text, as: UTF8.self))
        }
    }

    private static func integer(_ text: UnsafeRawBufferPointer) -> SQLValue {
        Int(String(decoding: text, as: UTF8.self)).map(SQLValue.integer) ?? .null
    }

    /// Reads `\x` and two digits a byte.
    private static func bytes(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        let digits = text.dropFirst(2)
        return stride(from: digits.startIndex, to: digits.endIndex - 1, by: 2).map { index in
            digit(digits[index]) << 4 | digit(digits[index + 1])
        }
    }

    private static func digit(_ character: UInt8) -> UInt8 {
        character <= UInt8(ascii: "9")
            ? character & 15 : (character | 32) &- UInt8(ascii: "a") &+ 10
    }
}
