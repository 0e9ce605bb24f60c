import AccountService
import ArgumentParser
import Database
import Foundation
import PlainText

/// Starts a command, and tells whatever stopped it in one sentence.
@main
enum KinemaServer {
    static func main() async {
        do {
            var command = try ServerCommand.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let complaint as Complaint {
            fail(complaint.description)
        } catch let error
            where error is DatabaseError || error is PlainTextError || error is AssetError
        {
            fail("\(error)")
        } catch {
            ServerCommand.exit(withError: error)
        }
    }

    private static func fail(_ sentence: String) -> Never {
        FileHandle.standardError.write(Data("kinema-server: \(sentence)\n".utf8))
        exit(1)
    }
}

struct ServerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kinema-server",
        abstract: "The account service of Kinema: accounts, terminals, and what they share.",
        discussion: """
            Without settings it keeps everything in one directory: an SQLite database, and the \
            mails it would send.
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, WorkerCommand.self, MigrateCommand.self, ConfigCommand.self,
            BackupCommand.self, RestoreCommand.self, AdminCommand.self,
        ]
    )
}
