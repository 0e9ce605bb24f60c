import Glibc
import Synchronization

/// Sees to it that a worker runs while there is work.
final class WorkerKeeper: Sendable {
    private let process: WorkerProcess
    private let child = Mutex<pid_t?>(nil)

    init(process: WorkerProcess) { self.process = process }

    /// Starts a worker unless the one started here is still alive; on any thread.
    func ensureRunning() throws {
        try child.withLock { child in
            // Asked for by name: ignoring all children's ends would hide that of the
            // person's own editor, too.
            if let child, waitpid(child, nil, WNOHANG) == 0 { return }
            child = try process.start()
        }
    }
}
