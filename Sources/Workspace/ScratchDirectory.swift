import Foundation
import Jobs

/// A directory for unfinished files, one for each process that opens the workspace.
///
/// It bears its owner's name, so that what a killed process left behind is
/// told apart from what a living one still needs.
final class ScratchDirectory: Sendable {
    let path: String

    /// Makes a directory, and removes those of processes that are gone.
    ///
    /// `now` is in seconds since 1970, to tell old leftovers of other systems.
    init(in parent: String, owner: JobOwner, now: Int) throws(WorkspaceError) {
        path = parent + "/" + owner.description
        try PrivateDirectory.make(parent)
        Self.clean(parent, now: now)
        try PrivateDirectory.make(path)
    }

    /// An empty directory is of no use to anybody; a full one is left to `clean`.
    deinit { rmdir(path) }

    private static func clean(_ parent: String, now: Int) {
        // A leftover that cannot be removed is no reason not to work.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names {
            let path = parent + "/" + name
            guard let owner = JobOwner(name), isAbandoned(path, owner, now: now) else { continue }
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    /// Of another system, or of this one before it was started anew, nobody
    /// knows; after a day without a change it counts as abandoned.
    private static func isAbandoned(_ path: String, _ owner: JobOwner, now: Int) -> Bool {
        if let isAlive = owner.isAlive { return !isAlive }
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        return status.st_mtim.tv_sec < now - 86_400
    }
}
