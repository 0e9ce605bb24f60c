import ArgumentParser
import Editorial
import Foundation
import Sync
import Workspace

struct SyncCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Send what was changed here and take over what was changed elsewhere."
    )

    @Flag(help: "Only tell how things stand, without asking the service.")
    var status = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let wiring = Wiring()
        let desk = try AccountDesk(wiring)
        if status { return try tell(try wiring.openWorkspace().sharing()) }
        let exchange = try desk.exchange()
        let meeting = try AccountDesk.wait { try await exchange.meet() }
        let workspace = try wiring.openWorkspace()
        // What it offered before stands where this fails.
        _ = try? AccountDesk.wait { try await wiring.refreshServiceOffer(workspace) }
        guard json else { return print(meeting.sentence) }
        try JSONOutput.print(
            Report(
                sent: meeting.sentCount,
                taken: meeting.takenCount,
                projects: meeting.outcome.projects.map(\.description).sorted(),
                conflicts: meeting.outcome.conflicts.map(Report.Conflict.init)
            )
        )
    }

    private func tell(_ state: SharingState?) throws {
        if json {
            return try JSONOutput.print(
                Standing(
                    server: state?.server,
                    waiting: state?.pendingCount ?? 0,
                    metAt: state?.metAt?.milliseconds
                )
            )
        }
        guard let state else {
            return print("This workspace is not shared; “kinema login” begins to.")
        }
        let waiting = state.pendingCount
        print(
            waiting == 0
                ? "Nothing waits to be sent to \(state.server)."
                : "\(waiting) \(waiting == 1 ? "record waits" : "records wait") to be sent to \(state.server)."
        )
    }

    private struct Standing: Encodable {
        let server: String?
        let waiting: Int
        let metAt: Int?
    }

    private struct Report: Encodable {
        struct Conflict: Encodable {
            let record: String
            let field: String
            let mine: String
            let theirs: String

            init(_ conflict: SharingConflict) {
                record = conflict.key.kind + "/" + conflict.key.id
                field = conflict.field
                mine = conflict.mine
                theirs = conflict.theirs
            }
        }

        let sent: Int
        let taken: Int
        let projects: [String]
        let conflicts: [Conflict]
    }
}
