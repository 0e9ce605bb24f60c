import Glibc

/// Sees to it that a worker runs while there is work.
///
/// Confined to the thread that owns it.
final class WorkerKeeper {
    private let process: WorkerProcess
    private var child: pid_t?

    init(process: WorkerProcess) {
        self.process = process
        // A worker that ends is nobody's zombie.
        signal(SIGCHLD, SIG_IGN)
    }

    /// Starts a worker unless the one started here is still alive.
    func ensureRunning() throws {
        if let child, kill(child, 0) == 0 { return }
        child = try process.start()
    }
}
