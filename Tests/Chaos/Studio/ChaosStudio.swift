import Database
import Foundation
import Jobs
import Motion
import Pipeline
import PipelineFixtures
import Workspace

/// A worker of real takes that is made to die: at one of the points of the
/// queue's transactions it kills itself with SIGKILL, as a power cut would.
///
///     chaos-studio DIRECTORY [die at the nth point, 0 for never]
@main
struct ChaosStudio {
    static func main() throws {
        let words = CommandLine.arguments
        guard words.count >= 3, let point = Int(words[2]) else { exit(2) }
        let workspace = try LocalWorkspace.open(directory: words[1])
        let left = Countdown(point)
        let queue = JobQueue(
            database: workspace.database,
            policy: RetryPolicy(base: 0.001, ceiling: 0.002),
            rescueLimit: 1_000_000,
            passing: { _ in left.pass() }
        )
        let worker = TakeWorker(
            queue: queue,
            ledger: LocalLedger(workspace: workspace),
            presets: PresetLibrary([]),
            owner: .current(),
            clock: WallClock.milliseconds
        )
        let end = DispatchSemaphore(value: 0)
        let thread = Thread {
            // What goes wrong by itself ends it with another code than a kill does.
            do { try worker.run(untilIdleFor: 0.05) } catch { exit(3) }
            end.signal()
        }
        // The kernels put whole rows of a picture on the stack.
        thread.stackSize = 16 << 20
        thread.start()
        end.wait()
    }
}
