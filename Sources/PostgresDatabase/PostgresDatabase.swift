package import Database
import Foundation

/// A database of PostgreSQL 15 or later, over a pool of sessions.
///
/// Writers work beside each other: what they decide about is locked row by
/// row. A transaction that the server undid for another's sake is carried out
/// again, so its body may run more than once.
package final class PostgresDatabase: SQLDatabase {
    /// What is listened to for changes.
    static let channel = "kinema_change"
    /// How often a transaction is carried out again for another's sake.
    private static let patience = 8

    private let pool: PostgresPool
    private let listener: PostgresListener

    /// Connects to a server.
    ///
    /// `parameters` are a connection string of libpq's, such as
    /// `host=/run/postgresql dbname=kinema`; at most `sessions` are open at a
    /// time, and one more that listens.
    ///
    /// - Throws: ``DatabaseError``, of kind `unreachable` when nobody answers.
    package init(_ parameters: String, sessions: Int = 8) throws(DatabaseError) {
        pool = PostgresPool(parameters, limit: max(1, sessions))
        listener = PostgresListener(parameters)
        try pool.greet()
    }

    package func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    @discardableResult
    package func write<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        var tries = 0
        while true {
            do {
                return try transaction("BEGIN", body)
            } catch let error as DatabaseError where error.kind == .busy && tries < Self.patience {
                tries += 1
                // Those that got in each other's way come back one by one.
                usleep(UInt32.random(in: 0...UInt32(1000 << tries)))
            }
        }
    }

    /// References are looked at as they are written: a table's are dropped with it.
    package func rebuild(_ body: (any SQLConnection) throws -> Void) throws {
        try write(body)
    }

    package func changeCounter() throws -> Int { try listener.counter() }

    package func waitForChange(since counter: Int, milliseconds: Int) throws -> Int {
        try listener.wait(since: counter, milliseconds: milliseconds)
    }

    private func transaction<T>(
        _ begin: String,
        _ body: (any SQLConnection) throws -> T
    ) throws -> T {
        try pool.with { connection in
            connection.forgetAnnouncement()
            try connection.run(begin)
            do {
                let value = try body(connection)
                try connection.flushAnnouncement()
                try connection.commit()
                return value
            } catch {
                // A session that cannot even do this is not used again.
                try? connection.run("ROLLBACK")
                throw error
            }
        }
    }
}
