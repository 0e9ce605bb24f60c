import ArgumentParser
import Jobs
import Pipeline
import Workspace

struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Carry out queued takes; the editor starts this by itself.",
        discussion: "It leaves when there has been nothing to do for a while."
    )

    @Option(help: ArgumentHelp("Leave after this many idle seconds.", valueName: "seconds"))
    var idle: Double = 10

    func run() throws {
        let wiring = Wiring()
        let workspace = try wiring.openWorkspace()
        try TakeWorker(
            queue: workspace.queue,
            ledger: WorkspaceLedger(workspace: workspace),
            presets: wiring.loadPresets().library,
            owner: .current(),
            clock: Wiring.now
        ).run(untilIdleFor: max(0, min(86_400, idle)))
    }
}
