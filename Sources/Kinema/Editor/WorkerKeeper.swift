import Glibc

/// Sees to it that a worker runs while there is work.
///
/// Confined to the thread that owns it.
final class WorkerKeeper {
    private let process: WorkerProcess
    private var child: pid_t?

    init(process: WorkerProcess) { self.process = process }

    /// Starts a worker unless the one started here is still alive.
    func ensureRunning() throws {
        // Asked for by name: ignoring all children's ends would hide that of the
        // person's own editor, too.
        if let child, waitpid(child, nil, WNOHANG) == 0 { return }
        child = try process.start()
    }
}
