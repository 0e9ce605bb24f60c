import Foundation
import Glibc

/// Starts `kinema worker` in a session of its own, where the hang-up of a terminal does not reach it.
struct WorkerProcess {
    let wiring: Wiring

    /// Starts a worker and returns its process at once.
    ///
    /// A worker that finds another at the same work leaves by itself, so
    /// starting one too many does no harm.
    @discardableResult
    func start() throws -> pid_t {
        try FileManager.default.createDirectory(
            at: wiring.places.state,
            withIntermediateDirectories: true
        )
        let log = wiring.places.state.appending(path: "worker.log").path
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(
            &attributes,
            Int16(Self.newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
        )
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        for descriptor in Self.openDescriptors() where descriptor > 2 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }

        let path = wiring.executable.path
        let arguments = [strdup(path), strdup("worker"), nil]
        let variables = wiring.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var child: pid_t = 0
        let result = posix_spawn(&child, path, &actions, &attributes, arguments, variables)
        guard result == 0 else {
            throw Complaint(
                "The worker that renders takes could not be started "
                    + "(\(String(cString: strerror(result)))); run “kinema worker” by hand."
            )
        }
        return child
    }

    /// `POSIX_SPAWN_SETSID` of spawn.h, which Swift does not see: glibc keeps it behind a macro.
    private static let newSession: Int32 = 0x80

    /// The files that are open now, none of which is the worker's business.
    private static func openDescriptors() -> [Int32] {
        // Without /proc there is nothing to close by name; close-on-exec does the rest.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.compactMap { Int32($0) }
    }
}
