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
        print(
            isKnown
                ? "Signed out."
                : "Signed out here; the service did not answer, so end the session there too: "
                    + "“kinema sessions” on another machine lists it."
        )
    }
}
