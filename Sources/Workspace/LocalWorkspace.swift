package import Database
import Foundation
package import Jobs

/// Projects, takes, media and favourites in one directory of this machine.
///
/// Any number of processes may have it open. Every call is one transaction, so
/// that what is read is what is true.
///
/// ## Topics
///
/// - ``projects()``
/// - ``project(_:)``
/// - ``save(_:history:openedAt:)``
/// - ``takes(of:)``
/// - ``submitTake(id:shot:project:draft:at:)``
/// - ``favourites()``
package final class LocalWorkspace: Sendable {
    /// Where it lies, as it was asked for.
    package let directory: String
    package let database: any SQLDatabase
    package let queue: JobQueue
    package let assets: AssetStore
    /// Milliseconds since 1970.
    let clock: @Sendable () -> Int

    /// The database is one to which ``migrations`` have been applied.
    init(
        directory: String,
        database: any SQLDatabase,
        clock: @escaping @Sendable () -> Int
    ) throws(WorkspaceError) {
        self.directory = directory
        self.database = database
        self.clock = clock
        queue = JobQueue(database: database, clock: clock)
        let store = directory + "/assets"
        try PrivateDirectory.make(store)
        assets = AssetStore(
            directory: store,
            scratch: try ScratchDirectory(
                in: directory + "/scratch",
                owner: .current(),
                now: clock() / 1000
            ),
            database: database
        )
    }

    /// Opens a workspace, and makes it, for its owner alone, when it is missing.
    ///
    /// The directory is an absolute path, and those above it are made too. The
    /// clock gives milliseconds since 1970.
    ///
    /// - Throws: ``WorkspaceError``, of kind `newer` when a newer version of
    ///   the program wrote it; it is left as it is then.
    package static func open(
        directory: String,
        clock: @escaping @Sendable () -> Int = WallClock.milliseconds
    ) throws(WorkspaceError) -> LocalWorkspace {
        try PrivateDirectory.make(directory)
        do {
            let database = try SQLiteDatabase(path: directory + "/kinema.db")
            try Migrator(migrations).migrate(database)
            return try LocalWorkspace(directory: directory, database: database, clock: clock)
        } catch {
            throw WorkspaceError(error, in: directory)
        }
    }

    /// Returns whether the database holds together, as far as is seen without
    /// reading all of it: its first tables and what refers to them.
    ///
    /// After the database itself reported damage all of it is read.
    package func isSound() throws(WorkspaceError) -> Bool {
        guard FileManager.default.fileExists(atPath: suspicion) else { return true }
        let found = try reading { connection in
            try connection.rows("PRAGMA quick_check(1)").map { try $0.text("quick_check") }
        }
        if found == ["ok"] { unlink(suspicion) }
        return found == ["ok"]
    }

    /// Lies beside a database that reported damage while it was in use, until it
    /// was looked at.
    private var suspicion: String { directory + "/kinema.db.suspect" }

    private func failure(_ error: any Error) -> WorkspaceError {
        let failure = WorkspaceError(error, in: directory)
        if failure.kind == .damaged {
            // Where it cannot be marked, the damage is told again by the next that meets it.
            _ = FileManager.default.createFile(atPath: suspicion, contents: nil)
        }
        return failure
    }

    /// Returns a number that differs from the last one whenever any process
    /// wrote to the workspace in between; cheap enough for twenty calls a second.
    package func changeCounter() throws(WorkspaceError) -> Int {
        do {
            return try database.changeCounter()
        } catch {
            throw WorkspaceError(error, in: directory)
        }
    }

    func reading<Value>(
        _ body: (any SQLConnection) throws -> Value
    ) throws(WorkspaceError) -> Value {
        do {
            return try database.read(body)
        } catch {
            throw failure(error)
        }
    }

    @discardableResult
    func writing<Value>(
        _ body: (any SQLConnection) throws -> Value
    ) throws(WorkspaceError) -> Value {
        do {
            return try database.write(body)
        } catch {
            throw failure(error)
        }
    }
}
