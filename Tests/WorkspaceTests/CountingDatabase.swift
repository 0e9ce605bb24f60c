import Database
import Synchronization

/// Says which statements were asked of a database, and how many rows they gave.
final class CountingDatabase: SQLDatabase {
    private struct Counts {
        var statements: [String] = []
        var rows = 0
    }

    private let base: any SQLDatabase
    private let counts = Mutex(Counts())

    init(base: any SQLDatabase) { self.base = base }

    var statements: [String] { counts.withLock { $0.statements } }
    var rowCount: Int { counts.withLock { $0.rows } }

    func reset() { counts.withLock { $0 = Counts() } }

    fileprivate func count(_ sql: String, rows: Int = 0) {
        counts.withLock {
            $0.statements.append(sql)
            $0.rows += rows
        }
    }

    func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        try base.read { try body(CountingConnection(base: $0, counting: self)) }
    }

    func write<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        try base.write { try body(CountingConnection(base: $0, counting: self)) }
    }

    func rebuild(_ body: (any SQLConnection) throws -> Void) throws { try base.rebuild(body) }

    func changeCounter() throws -> Int { try base.changeCounter() }

    func waitForChange(since counter: Int, milliseconds: Int) throws -> Int {
        try base.waitForChange(since: counter, milliseconds: milliseconds)
    }
}

private struct CountingConnection: SQLConnection {
    let base: any SQLConnection
    let counting: CountingDatabase
    var dialect: SQLDialect { base.dialect }

    func announce() throws(DatabaseError) { try base.announce() }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> Int {
        counting.count(sql)
        return try base.execute(sql, arguments)
    }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> [SQLRow] {
        let rows = try base.rows(sql, arguments)
        counting.count(sql, rows: rows.count)
        return rows
    }
}
