import AccountAPI
import ArgumentParser
import Editorial
import Foundation
import Sync
import Terminal

struct SessionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: "List where you are signed in, and end a session.",
        subcommands: [List.self, End.self],
        defaultSubcommand: List.self
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List where you are signed in, the one seen last first."
        )

        @Flag(help: "Print one JSON object.")
        var json = false

        func run() throws {
            let desk = try AccountDesk()
            let sessions = try AccountDesk.wait { try await desk.access.sessions() }
            if json { return try JSONOutput.print(SessionList(sessions: sessions)) }
            for session in sessions {
                let mark = session.isCurrent ? "◆" : "·"
                let seen = Date(timeIntervalSince1970: Double(session.seenAt.milliseconds) / 1000)
                print(
                    "\(mark) \(session.id)  \(session.device), \(session.address), "
                        .appending("seen \(seen.formatted(.iso8601))").printable
                )
            }
        }
    }

    struct End: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "end",
            abstract: "End a session; whoever has it is signed out at once."
        )

        @Argument(help: "The session, as the list names it.")
        var session: String

        func run() throws {
            let desk = try AccountDesk()
            try AccountDesk.wait { [session] in try await desk.access.endSession(session) }
            print("The session has ended.")
        }
    }
}
