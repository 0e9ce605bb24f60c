import Database
import Foundation

/// Saves what can be read of a damaged workspace into a new database.
///
/// The damaged file is kept as it is beside the new one. Every row that can
/// still be read is taken over, table by table, from either end of what is
/// damaged; rows that refer to what is lost are left out.
package struct DatabaseRecovery {
    /// What came of it.
    package struct Outcome: Hashable, Sendable {
        /// Where the damaged database is kept.
        package let kept: String
        package let rowCount: Int
        /// The tables of which something may be missing.
        package let damagedTables: [String]

        /// What happened, in a sentence.
        package var sentence: String {
            let lost =
                rowCount == 0
                ? "nothing of it could be read" : "what could be read of it is here again"
            return "The database was damaged and \(lost); the damaged one is kept as \(kept)."
        }
    }

    let directory: String
    private var path: String { directory + "/kinema.db" }
    private var fresh: String { path + ".recovering" }
    private var copy: String { path + ".reading" }

    package init(directory: String) { self.directory = directory }

    /// Puts a sound database in the damaged one's place.
    ///
    /// - Parameter stamp: What tells the kept file from others, such as the time.
    /// - Returns: What came of it.
    /// - Throws: ``WorkspaceError``, of kind `busy` while another process recovers.
    package func run(stamp: Int) throws(WorkspaceError) -> Outcome {
        let lock = open(path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw WorkspaceError(code: errno, task: "lock", path: path) }
        defer { close(lock) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            throw WorkspaceError(
                kind: .busy,
                message: "Another Kinema is recovering the workspace \(directory); wait for it."
            )
        }
        removeDatabase(fresh)
        removeDatabase(copy)
        defer {
            removeDatabase(copy)
            removeDatabase(fresh)
        }
        let taken: (rows: Int, tables: [String])
        do {
            // Reading would write its journal back into the damaged file.
            for ending in ["", "-wal"] { try duplicate(path + ending, as: copy + ending) }
            taken = try takeOver()
        } catch {
            throw WorkspaceError(error, in: directory)
        }
        let kept = try keepDamaged(stamp: stamp)
        guard rename(fresh, path) == 0 else {
            throw WorkspaceError(code: errno, task: "replace", path: path)
        }
        let folder = try OpenFile(directory: directory)
        try folder.synchronize()
        unlink(path + ".suspect")
        return Outcome(kept: kept, rowCount: taken.rows, damagedTables: taken.tables)
    }

    private func takeOver() throws -> (rows: Int, tables: [String]) {
        let new = try SQLiteDatabase(path: fresh)
        try Migrator(LocalWorkspace.migrations).migrate(new)
        // What is no database at all has nothing to read.
        guard let old = try? SQLiteDatabase(path: copy) else { return (0, ["all"]) }
        var count = 0
        var damaged: [String] = []
        for table in try tables(of: new) {
            let rows = read(table, from: old)
            if rows.isDamaged { damaged.append(table.name) }
            count += try write(rows.found, of: table, to: new)
        }
        try new.write { connection in
            for sentence in Self.aftermath { try connection.execute(sentence) }
        }
        try new.settle()
        return (count, damaged)
    }

    /// Media that lost their entry in the library get a new one, and the words
    /// of all are indexed anew.
    private static let aftermath = [
        """
        INSERT INTO library_entry (asset, kind, name, byte_count, added_at)
        SELECT id, kind, name, byte_count, 0 FROM asset
        WHERE id NOT IN (SELECT asset FROM library_entry)
        """,
        "UPDATE library_entry SET is_indexed = 0",
        LocalWorkspace.hidingCompanions,
    ]

    struct Table {
        let name: String
        let columns: [String]
    }

    /// The tables, those that others refer to first, as they were made.
    private func tables(of database: any SQLDatabase) throws -> [Table] {
        try database.read { connection in
            let names = try connection.rows(
                """
                SELECT name FROM sqlite_master
                WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
                    AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'library_text%'
                    AND name <> 'schema_migration'
                ORDER BY rowid
                """
            )
            return try names.map { row in
                let name = try row.text("name")
                let columns = try connection.rows("SELECT name FROM pragma_table_info('\(name)')")
                return Table(name: name, columns: try columns.map { try $0.text("name") })
            }
        }
    }

    private func keepDamaged(stamp: Int) throws(WorkspaceError) -> String {
        let kept = "\(path).damaged-\(stamp)"
        guard link(path, kept) == 0 else {
            throw WorkspaceError(code: errno, task: "keep", path: path)
        }
        if FileManager.default.fileExists(atPath: path + "-wal") {
            guard rename(path + "-wal", kept + "-wal") == 0 else {
                throw WorkspaceError(code: errno, task: "keep", path: path + "-wal")
            }
        }
        unlink(path + "-shm")
        return kept
    }

    private func duplicate(_ source: String, as target: String) throws {
        guard FileManager.default.fileExists(atPath: source) else { return }
        try FileManager.default.copyItem(atPath: source, toPath: target)
    }

    private func removeDatabase(_ path: String) {
        for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    }
}
