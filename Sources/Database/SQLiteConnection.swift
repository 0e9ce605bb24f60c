import Foundation
import GRDB

/// A connection of GRDB behind the seam.
struct SQLiteConnection: SQLConnection {
    let database: GRDB.Database
    let path: String

    var dialect: SQLDialect { .sqlite }

    /// Those who wait look at the file's own counter.
    func announce() {}

    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> Int {
        do {
            let before = database.totalChangesCount
            try database.cachedStatement(sql: sql).execute(arguments: bindings(arguments))
            // After anything but an insert, update or delete, SQLite still
            // reports the count of the one before.
            return database.totalChangesCount == before ? 0 : database.changesCount
        } catch {
            throw DatabaseError(error, path: path)
        }
    }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> [SQLRow] {
        do {
            let statement = try database.cachedStatement(sql: sql)
            let columns = SQLRow.Columns(statement.columnNames)
            let cursor = try Row.fetchCursor(statement, arguments: bindings(arguments))
            var rows: [SQLRow] = []
            while let row = try cursor.next() {
                rows.append(SQLRow(columns: columns, values: row.databaseValues.map(SQLValue.init)))
            }
            return rows
        } catch {
            throw DatabaseError(error, path: path)
        }
    }

    /// SQLite numbers `$1` by where it first stands and takes the digit for a
    /// name, so arguments are bound by that name.
    private func bindings(_ arguments: [SQLValue]) -> StatementArguments {
        var named: [String: DatabaseValue] = [:]
        for (index, argument) in arguments.enumerated() {
            named[String(index + 1)] = argument.databaseValue
        }
        return StatementArguments(named)
    }
}

extension SQLValue {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let integer): self = .integer(Int(integer))
        case .double(let real): self = .real(real)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob([UInt8](data))
        }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let integer): integer.databaseValue
        case .real(let real): real.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
