import Database
import Synchronization

/// A database that writes down what is sent to it, as a script for pgbench.
final class StatementLog: SQLDatabase {
    /// What stands for the job's place and for its token in the script.
    static let sequence = 515_151
    static let token = 424_242

    private let base: any SQLDatabase
    private let lines = Mutex<[String]>([])

    init(_ base: any SQLDatabase) { self.base = base }

    var script: String { lines.withLock { $0.joined(separator: "\n") } + "\n" }

    func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T { try base.read(body) }

    func write<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        note("BEGIN;")
        let value = try base.write { try body(LoggedConnection(base: $0, log: self)) }
        note("COMMIT;")
        return value
    }

    func rebuild(_ body: (any SQLConnection) throws -> Void) throws { try base.rebuild(body) }
    func changeCounter() throws -> Int { try base.changeCounter() }
    func waitForChange(since counter: Int, milliseconds: Int) throws -> Int {
        try base.waitForChange(since: counter, milliseconds: milliseconds)
    }

    func note(_ line: String) { lines.withLock { $0.append(line) } }
}

private struct LoggedConnection: SQLConnection {
    let base: any SQLConnection
    let log: StatementLog
    var dialect: SQLDialect { base.dialect }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> Int {
        note(sql, arguments)
        return try base.execute(sql, arguments)
    }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> [SQLRow] {
        note(sql, arguments)
        return try base.rows(sql, arguments)
    }

    func announce() throws(DatabaseError) { try base.announce() }

    /// One line a statement; what the claim returns is kept for those after it.
    private func note(_ sql: String, _ arguments: [SQLValue]) {
        var text = sql.split(whereSeparator: \.isNewline).joined(separator: " ")
        for index in arguments.indices.reversed() {
            text = text.split(separator: "$\(index + 1)", omittingEmptySubsequences: false)
                .joined(separator: spelled(arguments[index]))
        }
        log.note(text + (text.hasPrefix("WITH picked") ? " \\gset" : ";"))
    }

    private func spelled(_ value: SQLValue) -> String {
        switch value {
        case .integer(StatementLog.sequence): ":sequence"
        case .integer(StatementLog.token): ":lease_token"
        case .integer(let integer): "\(integer)"
        case .real(let real): "\(real)"
        case .text(let text): "'\(text)'"
        case .null, .blob: "NULL"
        }
    }
}
