import Foundation
import Glibc

/// How work that nobody looks at gives way to what a person is at.
enum BackgroundPriority {
    /// Far enough that a key goes first, and near enough that a busy machine still makes films.
    static let step: CInt = 5

    /// Gives this process, and what it starts from now on, a place behind the editor.
    ///
    /// Called before there are other threads, which would keep the place they have. Linux shares
    /// its time among sessions first (autogroups, sched(7)), so the session steps back as well;
    /// where there are none, the process alone does.
    static func take() {
        guard getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0) < step else { return }
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, step)
        guard getsid(0) == getpid(),
            let group = FileHandle(forWritingAtPath: "/proc/self/autogroup")
        else { return }
        try? group.write(contentsOf: Data("\(step)".utf8))
        try? group.close()
    }
}
