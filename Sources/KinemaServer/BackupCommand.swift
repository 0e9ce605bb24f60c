import AccountService
import ArgumentParser
import Database
import Foundation

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write everything as it is at this moment into a directory of its own.",
        discussion: """
            The service may go on meanwhile. “restore” takes such a directory. It holds what the \
            service knows of everybody, so keep it where nobody else can read it.
            """
    )

    @Argument(help: "The directory, which is made.")
    var directory: String

    @OptionGroup var options: ServerOptions

    func run() throws {
        let settings = try options.settings()
        let database = try settings.embeddedDatabase(
            orElse: "back them up with its own “pg_dump --format=custom”"
        )
        guard mkdir(directory, 0o700) == 0 else {
            throw Complaint(
                "The directory \(directory) could not be made "
                    + "(\(String(cString: strerror(errno)))); choose another."
            )
        }
        do {
            try database.backUp(to: directory + "/" + ServerSettings.databaseName)
        } catch {
            rmdir(directory)
            throw error
        }
        guard let files = try settings.embeddedFiles else {
            print("The database is in \(directory); the files are in their bucket still.")
            return
        }
        let (count, missing) = try EmbeddedArchive.copy(
            database,
            from: files,
            to: directory + "/files",
            lately: true
        )
        print("Everything is in \(directory)\(count == 0 ? "" : ", \(count) files too").")
        if missing > 0 { print("\(missing) files were missing already.") }
    }
}
