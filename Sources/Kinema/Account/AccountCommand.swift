import AccountAPI
import ArgumentParser
import Foundation
import Sync
import Terminal

struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Tell who is signed in on this machine, and where."
    )

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let desk = try AccountDesk()
        guard let server = try desk.access.credentials()?.server else {
            throw Complaint("Nobody is signed in; run “kinema login”.")
        }
        let profile = try AccountDesk.wait { try await desk.access.profile() }
        if json { return try JSONOutput.print(profile) }
        print("\(profile.name) <\(profile.email)> at \(server)".printable)
        for space in profile.spaces {
            let name = space.isPersonal ? "your own space" : space.name
            print("  \(name): \(space.role.rawValue)".printable)
        }
    }
}
