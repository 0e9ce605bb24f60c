import AccountService
import ArgumentParser
import Database
import Foundation

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup where the service keeps its data.",
        discussion: """
            The service must not run. What is there already is kept beside it, and told.
            """
    )

    @Argument(help: "A directory that “backup” wrote.")
    var directory: String

    @OptionGroup var options: ServerOptions

    func run() throws {
        let settings = try options.settings()
        try settings.requireEmbedded(orElse: "restore them with its own “pg_restore --clean”")
        try settings.makeDataDirectory()
        let hold = try DataDirectory.own(settings[.data])
        defer { hold.release() }
        let target = settings[.data] + "/" + ServerSettings.databaseName
        // Looked through in full, and written beside, before anything is moved.
        let fresh = target + ".restored"
        unlink(fresh)
        try SQLiteDatabase.restore(directory + "/" + ServerSettings.databaseName, to: fresh)
        try Migrator(ServiceSchema.migrations).migrate(try SQLiteDatabase(path: fresh))
        let kept = try setAside(target)
        for end in ["", "-wal", "-shm"] where access(fresh + end, F_OK) == 0 {
            guard rename(fresh + end, target + end) == 0 else {
                throw Complaint(
                    "The file \(target) could not be put in place; it lies beside as \(fresh)."
                )
            }
        }
        try restoreFiles(settings, of: try SQLiteDatabase(path: target))
        print("The data are those of \(directory).")
        if let kept { print("What was there before is in \(kept).") }
    }

    /// Puts back the files that the database tells of, beside those that are there.
    private func restoreFiles(_ settings: ServerSettings, of database: SQLiteDatabase) throws {
        guard let files = try settings.embeddedFiles else { return }
        let (_, missing) = try EmbeddedArchive.copy(
            database,
            from: directory + "/files",
            to: files,
            lately: false
        )
        if missing > 0 {
            print("\(missing) files are not in the backup; they cannot be had back from it.")
        }
    }

    /// Moves the database that is there out of the way, with its journals.
    private func setAside(_ target: String) throws -> String? {
        guard access(target, F_OK) == 0 else { return nil }
        let kept = target + ".before-\(Int(Date().timeIntervalSince1970))"
        for end in ["", "-wal", "-shm"] where access(target + end, F_OK) == 0 {
            guard rename(target + end, kept + end) == 0 else {
                throw Complaint("The file \(target) could not be moved; check its directory.")
            }
        }
        return kept
    }
}
