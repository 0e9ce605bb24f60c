import Foundation
import GRDB

/// A file of SQLite, shared by every thread and process that opens it.
///
/// Readers never wait: the journal is a write-ahead log. A commit is on the
/// disk (`synchronous=FULL`); a writer waits up to five seconds for another.
package final class SQLiteDatabase: SQLDatabase {
    /// The file, as it was asked for.
    package let path: String
    let pool: DatabasePool
    /// Never writes, so that every commit is another connection's and moves
    /// its `data_version`.
    private let watcher: DatabaseQueue
    /// Of the journal, which every commit is written to.
    private let journal: FileChangeWatch

    /// Opens a database, and makes it, readable by its owner alone, when it is missing.
    ///
    /// - Throws: ``DatabaseError`` of kind `missing`, `readOnly`, `corrupt` or
    ///   `busy`.
    package init(path: String) throws(DatabaseError) {
        self.path = path
        journal = FileChangeWatch(path: path + "-wal")
        do {
            try Self.makeFile(path)
            pool = try DatabasePool(path: path, configuration: Self.configuration(isReader: false))
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
            }
            watcher = try DatabaseQueue(
                path: path,
                configuration: Self.configuration(isReader: true)
            )
        } catch let error as DatabaseError {
            throw error
        } catch {
            throw DatabaseError(error, path: path)
        }
    }

    package func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        do {
            return try pool.read { try body(SQLiteConnection(database: $0, path: path)) }
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error, path: path)
        }
    }

    @discardableResult
    package func write<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        do {
            return try pool.write { try body(SQLiteConnection(database: $0, path: path)) }
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error, path: path)
        }
    }

    /// Brings all that was committed out of the journal into the file itself,
    /// so that the file alone is the database.
    ///
    /// - Throws: ``DatabaseError``, of kind `busy` while somebody else reads it.
    package func settle() throws(DatabaseError) {
        do {
            _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        } catch {
            throw DatabaseError(error, path: path)
        }
    }

    package func rebuild(_ body: (any SQLConnection) throws -> Void) throws {
        do {
            try pool.barrierWriteWithoutTransaction { database in
                // Inside a transaction SQLite would ignore this.
                try database.execute(sql: "PRAGMA foreign_keys = OFF")
                // A connection that refuses this is no longer of any use, which the next call tells.
                defer { try? database.execute(sql: "PRAGMA foreign_keys = ON") }
                try database.inTransaction(.immediate) {
                    try body(SQLiteConnection(database: database, path: path))
                    try database.checkForeignKeys()
                    return .commit
                }
            }
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error, path: path)
        }
    }

    /// The counter is looked at when the journal was written, and four times a
    /// second in case that went unheard.
    package func waitForChange(since counter: Int, milliseconds: Int) throws -> Int {
        let clock = ContinuousClock()
        let deadline = clock.now + .milliseconds(milliseconds)
        while true {
            let mark = journal.mark()
            let current = try changeCounter()
            let left = deadline - clock.now
            if current != counter || left <= .zero { return current }
            journal.wait(since: mark, milliseconds: max(1, Int(left / .milliseconds(1))))
        }
    }

    package func changeCounter() throws -> Int {
        do {
            return try watcher.unsafeRead { database in
                let statement = try database.cachedStatement(sql: "PRAGMA data_version")
                return try Int.fetchOne(statement) ?? 0
            }
        } catch {
            throw DatabaseError(error, path: path)
        }
    }

    private static func configuration(isReader: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.readonly = isReader
        // The file may come from elsewhere: what its schema says runs nothing.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
        return configuration
    }

    /// SQLite would make the file with the process's mask; its journals take
    /// the permissions of the file.
    private static func makeFile(_ path: String) throws(DatabaseError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DatabaseError(opening: path, code: errno) }
        close(descriptor)
    }
}

extension DatabaseError {
    fileprivate init(opening path: String, code: CInt) {
        switch code {
        case EACCES, EPERM, EROFS:
            self.init(
                kind: .readOnly,
                message: "The database \(path) may not be written; check its permissions."
            )
        case ENOSPC, EDQUOT:
            self.init(
                kind: .full,
                message: "The disk is full, so the database \(path) could not be made; "
                    + "free some space and try again."
            )
        default:
            self.init(
                kind: .missing,
                message: "The database \(path) could not be opened "
                    + "(\(String(cString: strerror(code)))); check its directory."
            )
        }
    }
}
