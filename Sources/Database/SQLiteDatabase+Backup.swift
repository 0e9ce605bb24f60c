import Foundation
import GRDB

extension SQLiteDatabase {
    /// Writes the database as it is at one moment into a file that nobody has
    /// open, while others go on reading and writing it.
    ///
    /// The file is for its owner alone; it is looked through, on the disk, and
    /// under its name when this returns, and not there when this throws.
    ///
    /// - Throws: ``DatabaseError``, of kind `constraint` where there is a file
    ///   of that name already.
    package func backUp(to path: String) throws(DatabaseError) {
        try Self.refuseTaken(path)
        let partial = path + ".partial"
        try Self.write(partial) { file in try pool.backup(to: file) }
        try Self.move(partial, to: path)
    }

    /// Puts a backup where a database is going to be opened.
    ///
    /// - Throws: ``DatabaseError``, of kind `corrupt` for a file that is none or
    ///   is damaged, and as ``backUp(to:)``.
    package static func restore(_ backup: String, to path: String) throws(DatabaseError) {
        try refuseTaken(path)
        let partial = path + ".partial"
        try write(partial) { file in
            var configuration = Configuration()
            configuration.readonly = true
            try DatabaseQueue(path: backup, configuration: configuration).backup(to: file)
        }
        try move(partial, to: path)
    }

    private static func write(
        _ path: String,
        _ fill: (DatabaseQueue) throws -> Void
    ) throws(DatabaseError) {
        do {
            // What an earlier try left may be half of anything.
            unlink(path)
            let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                throw DatabaseError(
                    kind: .missing,
                    message: "The file \(path) could not be made "
                        + "(\(String(cString: strerror(errno)))); choose another place."
                )
            }
            close(descriptor)
            let file = try DatabaseQueue(path: path)
            try fill(file)
            try file.inDatabase { try look(through: $0, path: path) }
            try file.close()
            try flush(path)
        } catch {
            unlink(path)
            if let error = error as? DatabaseError { throw error }
            throw DatabaseError(error, path: path)
        }
    }

    private static func look(through database: GRDB.Database, path: String) throws {
        let verdict = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)")
        guard verdict == "ok" else {
            throw DatabaseError(
                kind: .corrupt,
                message: "The database \(path) is damaged (\(verdict ?? "nothing can be read")); "
                    + "take an earlier backup."
            )
        }
    }

    private static func refuseTaken(_ path: String) throws(DatabaseError) {
        guard access(path, F_OK) != 0 else {
            throw DatabaseError(
                kind: .constraint,
                message: "There is a file \(path) already; move it away or choose another place."
            )
        }
    }

    private static func flush(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { close(descriptor) }
        guard descriptor >= 0, fsync(descriptor) == 0 else { throw POSIXError(.EIO) }
    }

    private static func move(_ partial: String, to path: String) throws(DatabaseError) {
        let directory = (path as NSString).deletingLastPathComponent
        guard rename(partial, path) == 0 else {
            throw DatabaseError(
                kind: .readOnly,
                message: "The file \(path) could not be put in place; check its directory."
            )
        }
        // The name itself is on the disk only once the directory is.
        let descriptor = open(directory.isEmpty ? "." : directory, O_RDONLY | O_CLOEXEC)
        if descriptor >= 0 {
            fsync(descriptor)
            close(descriptor)
        }
    }
}
