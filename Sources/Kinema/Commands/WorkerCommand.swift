import ArgumentParser
import Foundation
import Glibc
import Jobs
import Pipeline
import Synchronization
import Terminal
import Workspace

struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Carry out queued takes; the editor starts this by itself.",
        discussion: """
            It leaves when there has been nothing to do for a while. SIGTERM lets it finish what \
            it has begun; a second one makes it give that back to the queue. Workers may run \
            beside each other, and any may be killed: what it was at is done again by the next.
            """
    )

    @Option(help: ArgumentHelp("Leave after this many idle seconds.", valueName: "seconds"))
    var idle: Double = 10

    @Option(help: ArgumentHelp("Work on this many jobs at a time.", valueName: "jobs"))
    var concurrency: Int = 1

    /// How many services are asked at a time: such work is waiting.
    private static let calls = 4

    func run() throws {
        guard (1...64).contains(concurrency) else {
            throw Complaint("--concurrency takes a number from 1 to 64.", code: .usage)
        }
        BackgroundPriority.take()
        let wiring = Wiring()
        let workspace = try wiring.openWorkspace()
        let leave = LeaveSignal()
        let library = wiring.loadPresets().library
        let sandbox = StillSandbox(
            executable: wiring.executable,
            directory: workspace.assets.scratchDirectory
        )
        let films = FilmSandbox(
            executable: wiring.executable,
            directory: workspace.assets.scratchDirectory
        )
        let failures = Mutex<[any Error]>([])
        let work = DispatchGroup()
        let (remote, obstacle) = services(wiring, workspace)
        let kinds =
            Array(repeating: TakeWorker.queues, count: concurrency)
            + Array(repeating: [TakeWorker.remoteQueue], count: remote == nil ? 0 : Self.calls)
        for queues in kinds {
            let worker = TakeWorker(
                queue: workspace.queue,
                ledger: WorkspaceLedger(
                    workspace: workspace,
                    fetch: wiring.fetching(into: workspace)
                ),
                presets: library,
                owner: .current(),
                clock: Wiring.now,
                departure: leave.departure,
                claimed: queues,
                remote: remote,
                remoteObstacle: obstacle,
                readForeign: { try sandbox.read($0, isStopped: $1) },
                readForeignFilm: { try films.open($0, isStopped: $1) }
            )
            work.enter()
            let thread = Thread {
                do {
                    try worker.run(untilIdleFor: max(0, min(86_400, idle)))
                } catch {
                    failures.withLock { $0.append(error) }
                }
                work.leave()
            }
            // The kernels put whole rows of a picture on the stack.
            thread.stackSize = 16 << 20
            thread.start()
        }
        // Let go of, it would no longer hear.
        withExtendedLifetime(leave) { work.wait() }
        if let failure = failures.withLock({ $0.first }) { throw failure }
    }

    /// Returns the services as they are set up, or why none can be asked: what
    /// is made here is no worse for it, and what is made there waits.
    private func services(
        _ wiring: Wiring,
        _ workspace: LocalWorkspace
    ) -> (RemoteDesk?, String?) {
        do {
            return (try wiring.providers().remoteDesk(workspace), nil)
        } catch {
            let reason = "No service can be asked: \(error)".printable
            FileHandle.standardError.write(Data("kinema: \(reason)\n".utf8))
            return (nil, reason)
        }
    }
}
