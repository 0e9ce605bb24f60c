import ArgumentParser
import Editorial
import Foundation
import Sync
import Terminal
import Workspace

struct SyncCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Send what was changed here and take over what was changed elsewhere."
    )

    @Flag(help: "Only tell how things stand, without asking the service.")
    var status = false

    @Flag(help: "Fetch every film, picture and sound that is not here, not only what is wanted.")
    var files = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let wiring = Wiring()
        let desk = try AccountDesk(wiring)
        let workspace = try wiring.openWorkspace()
        if status { return try tell(try workspace.sharing()) }
        let exchange = desk.exchange(of: workspace)
        let meeting = try AccountDesk.wait { try await exchange.meet() }
        if !json { print(meeting.sentence) }
        // What it offered before stands where this fails.
        _ = try? AccountDesk.wait { try await wiring.refreshServiceOffer(workspace) }
        if files { try workspace.wantEverything() }
        let carried = try carry(desk.courier(of: workspace))
        _ = try workspace.dropFetched(beyond: try wiring.mediaCache())
        guard json else { return carried.sentences.forEach { print($0.printable) } }
        try JSONOutput.print(
            Report(
                sent: meeting.sentCount,
                taken: meeting.takenCount,
                projects: meeting.outcome.projects.map(\.description).sorted(),
                conflicts: meeting.outcome.conflicts.map(Report.Conflict.init),
                filesSent: carried.sent,
                filesFetched: carried.fetched,
                refusals: meeting.refusals + carried.refusals
            )
        )
    }

    /// What came of carrying files.
    private struct Carried {
        var sent = 0
        var fetched = 0
        var refusals: [String] = []

        var sentences: [String] {
            var lines: [String] = []
            if sent > 0 { lines.append("\(sent) \(sent == 1 ? "file was" : "files were") sent.") }
            if fetched > 0 {
                lines.append("\(fetched) \(fetched == 1 ? "file was" : "files were") fetched.")
            }
            return lines + refusals
        }
    }

    private func carry(_ courier: AssetCourier) throws -> Carried {
        try courier.workspace.retryRefused()
        return try AccountDesk.wait {
            let sent = try await courier.send()
            let before = try courier.workspace.wantedAssets().count
            let refusals = try await courier.fetchWanted()
            return Carried(
                sent: sent.count,
                fetched: before - refusals.count,
                refusals: sent.refusals + refusals
            )
        }
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
        let filesSent: Int
        let filesFetched: Int
        /// Why records and files were not taken, or did not come.
        let refusals: [String]
    }
}
