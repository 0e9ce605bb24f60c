import ArgumentParser
import Sync

struct LogoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: "End this machine’s session; everything here stays."
    )

    func run() throws {
        let desk = try AccountDesk()
        guard try desk.access.credentials() != nil else { return print("Nobody is signed in.") }
        let isKnown = try AccountDesk.wait { await desk.access.end() }
        print(AccountDesk.signedOut(isKnown: isKnown))
    }
}
