import GRDB

/// A connection of GRDB behind the seam.
///
/// GRDB opens it, prepares and keeps its statements, and begins and ends its
/// transactions; arguments and results pass straight between SQLite and the
/// values of the seam, as GRDB's rows cost several times what SQLite does.
struct SQLiteConnection: SQLConnection {
    let database: GRDB.Database
    let path: String

    var dialect: SQLDialect { .sqlite }

    /// Those who wait look at the file's own counter.
    func announce() {}

    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> Int {
        let statement = try prepare(sql)
        // After anything but an insert, update or delete, SQLite still
        // reports the count of the one before.
        let before = database.totalChangesCount
        if arguments.isEmpty {
            // Also what changes the schema, of which GRDB keeps a copy.
            do { try statement.execute() } catch { throw DatabaseError(error, path: path) }
        } else {
            try bound(statement, arguments) { bound throws(DatabaseError) in
                while try bound.step() {}
            }
        }
        return database.totalChangesCount == before ? 0 : database.changesCount
    }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> [SQLRow] {
        let statement = try prepare(sql)
        return try bound(statement, arguments) { bound throws(DatabaseError) in
            guard try bound.step() else { return [] }
            let columns = bound.columns
            var rows = [SQLRow(columns: columns, values: bound.values)]
            while try bound.step() { rows.append(SQLRow(columns: columns, values: bound.values)) }
            return rows
        }
    }

    private func prepare(_ sql: String) throws(DatabaseError) -> Statement {
        do {
            return try database.cachedStatement(sql: sql)
        } catch {
            throw DatabaseError(error, path: path)
        }
    }

    /// Runs a statement with its arguments, and leaves it as it was.
    private func bound<Value>(
        _ statement: Statement,
        _ arguments: [SQLValue],
        _ body: (SQLiteBinding) throws(DatabaseError) -> Value
    ) throws(DatabaseError) -> Value {
        let binding = SQLiteBinding(statement: statement.sqliteStatement, path: path)
        defer { binding.reset() }
        try binding.bind(arguments)
        return try body(binding)
    }
}
