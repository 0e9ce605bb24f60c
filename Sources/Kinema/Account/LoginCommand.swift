import AccountAPI
import ArgumentParser
import Foundation
import Sync
import Terminal
import Workspace

struct LoginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Sign in to an account service, so that your projects are on all your machines.",
        discussion: """
            It shows an address and a code: open the address in any browser, on this machine or \
            another, and approve the code there.
            """
    )

    @Argument(help: "The service, such as https://kinema.example.org; else KINEMA_SERVER.")
    var server: String?

    @Option(help: "What to call this machine on the page.")
    var device: String?

    @Option(help: "The team whose space this workspace is shared with; else your own.")
    var space: String?

    func run() throws {
        let desk = try AccountDesk()
        let address = try desk.server(server)
        let name = device ?? desk.device
        let signIn = try DeviceSignIn(server: address, http: desk.http)
        let code = try AccountDesk.wait { try await signIn.begin(device: name) }
        show(code)
        let exchange = try desk.exchange()
        let profile = try AccountDesk.wait { [space] in
            let grant = try await signIn.grant(for: code)
            try desk.access.begin(grant, at: address)
            let profile = try await exchange.share(spaceNamed: space)
            try desk.access.begin(grant, at: address, email: profile.email)
            return profile
        }
        print("Signed in as \(profile.email).".printable)
        let (wiring, workspace) = (Wiring(), try Wiring().openWorkspace())
        // What it offers is asked again by whoever wants to use it.
        _ = try? AccountDesk.wait { try await wiring.refreshServiceOffer(workspace) }
        let meeting = try AccountDesk.wait { try await exchange.meet() }
        print(meeting.sentence)
    }

    private func show(_ code: DeviceCode) {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        print("Open \(code.verificationURI) and type the code".printable, terminator: "\n\n")
        print("    \(code.userCode)".printable, terminator: "\n\n")
        if isTerminal, let picture = QRCode(code.verificationURIComplete) {
            print("or point a telephone at this:\n")
            for line in picture.lines { print("    " + line) }
            print("")
        }
        print("Waiting for the approval; ctrl-c gives up.")
        // A pipe would hold the code back until it is too late.
        fflush(nil)
    }
}

extension Meeting {
    /// What came of it, for a person.
    var sentence: String {
        let lost = outcome.conflicts.count
        if sentCount == 0, takenCount == 0 { return "Everything is as on the service." }
        let base = "Sent \(sentCount), took over \(takenCount)"
        guard lost > 0 else { return base + "." }
        return base
            + "; \(lost) \(lost == 1 ? "change was" : "changes were") overridden by later ones, "
            + "and \(lost == 1 ? "is" : "are") in the project’s history."
    }
}
