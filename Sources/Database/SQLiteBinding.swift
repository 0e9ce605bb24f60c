import GRDB
import GRDBSQLite

/// A prepared statement of SQLite's with arguments, from its first row to its last.
///
/// Borrowed: the statement outlives it, and belongs to one thread meanwhile.
struct SQLiteBinding {
    private let statement: OpaquePointer
    /// The database, for the message.
    private let path: String

    init(statement: OpaquePointer, path: String) {
        self.statement = statement
        self.path = path
    }

    /// Gives every placeholder its argument.
    ///
    /// SQLite numbers `$1` by where it first stands and takes the digit for a
    /// name, so it is asked for the names.
    func bind(_ arguments: [SQLValue]) throws(DatabaseError) {
        for index in 0..<sqlite3_bind_parameter_count(statement) {
            let place = Self.number(in: sqlite3_bind_parameter_name(statement, index + 1))
            guard arguments.indices.contains(place - 1) else { throw .missingArgument(path: path) }
            try check(bind(arguments[place - 1], at: index + 1))
        }
    }

    /// The number in a name such as `$12`, read without making a text of it; 0
    /// where there is none.
    private static func number(in name: UnsafePointer<CChar>?) -> Int {
        guard var digit = name.map({ $0 + 1 }) else { return 0 }
        var number = 0
        while digit.pointee != 0, number < 1_000_000 {
            let value = Int(digit.pointee) - 48
            guard (0...9).contains(value) else { return 0 }
            number = number * 10 + value
            digit += 1
        }
        return number
    }

    /// Goes on to the next row; false when there is none.
    func step() throws(DatabaseError) -> Bool {
        let code = sqlite3_step(statement)
        if code == SQLITE_ROW { return true }
        if code != SQLITE_DONE { try check(code) }
        return false
    }

    /// The names of what a row holds.
    var columns: SQLRow.Columns {
        SQLRow.Columns(
            (0..<sqlite3_column_count(statement)).map { column in
                sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
            }
        )
    }

    /// What the row holds that was stepped to.
    var values: [SQLValue] { (0..<sqlite3_column_count(statement)).map(value) }

    /// Lets go of the rows and the arguments, which may be long.
    func reset() {
        // It repeats the code of the last step, which was told already.
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
    }

    private func bind(_ value: SQLValue, at index: CInt) -> CInt {
        switch value {
        case .null: return sqlite3_bind_null(statement, index)
        case .integer(let integer): return sqlite3_bind_int64(statement, index, Int64(integer))
        case .real(let real): return sqlite3_bind_double(statement, index, real)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    // Without an address it would be null.
                    guard let start = characters.baseAddress else {
                        return sqlite3_bind_text(statement, index, "", 0, nil)
                    }
                    return sqlite3_bind_text(
                        statement,
                        index,
                        start,
                        CInt(bytes.count),
                        Self.copied
                    )
                }
            }
        case .blob(let blob):
            return blob.withUnsafeBytes { bytes in
                guard let start = bytes.baseAddress, !bytes.isEmpty else {
                    return sqlite3_bind_zeroblob(statement, index, 0)
                }
                return sqlite3_bind_blob(statement, index, start, CInt(bytes.count), Self.copied)
            }
        }
    }

    private func value(_ column: CInt) -> SQLValue {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, column)))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(statement, column) else { return .null }
            let count = Int(sqlite3_column_bytes(statement, column))
            return .text(
                String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
            )
        case SQLITE_BLOB:
            let count = Int(sqlite3_column_bytes(statement, column))
            let bytes = UnsafeRawBufferPointer(
                start: sqlite3_column_blob(statement, column),
                count: count
            )
            return .blob([UInt8](bytes))
        default: return .null
        }
    }

    private func check(_ code: CInt) throws(DatabaseError) {
        guard code != SQLITE_OK else { return }
        let message = sqlite3_errmsg(sqlite3_db_handle(statement)).map { String(cString: $0) }
        throw DatabaseError(
            GRDB.DatabaseError(resultCode: ResultCode(rawValue: code), message: message),
            path: path
        )
    }

    /// `SQLITE_TRANSIENT`, a cast in C that Swift does not see: SQLite takes a
    /// copy before the call returns.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

extension DatabaseError {
    fileprivate static func missingArgument(path: String) -> DatabaseError {
        DatabaseError(
            kind: .other,
            message: "A statement for the database \(path) has more placeholders than arguments; "
                + "this is a fault of the program."
        )
    }
}
