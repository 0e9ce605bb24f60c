import Database
import Editorial
import Foundation
import Jobs

extension AssetStore {
    /// How old a file is, in seconds, before it is missed by nobody: its maker
    /// would have recorded it long ago.
    static let orphanAge = 86_400

    /// Removes files that no row tells of, which a worker left that was killed
    /// before its step was complete.
    ///
    /// `now` is in seconds since 1970. Returns how many were removed.
    @discardableResult
    func sweep(now: Int) throws(WorkspaceError) -> Int {
        var count = 0
        let shelves = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        for shelf in shelves where shelf.utf8.count == 2 {
            let path = "\(directory)/\(shelf)"
            // A shelf that cannot be read holds nothing that could be removed.
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            for name in names {
                guard let id = Asset.ID(shelf + name.prefix { $0 != "." }) else { continue }
                var status = stat()
                guard lstat("\(path)/\(name)", &status) == 0,
                    status.st_mtim.tv_sec < now - Self.orphanAge, try asset(id) == nil
                else { continue }
                if unlink("\(path)/\(name)") == 0 { count += 1 }
            }
        }
        return count
    }
}

extension LocalWorkspace {
    /// Removes jobs that were settled long ago and that no take tells of, media
    /// that were removed long ago, and files that nothing refers to.
    package func clean(now: Int) throws(WorkspaceError) {
        do {
            while try queue.clean(sparing: "SELECT job FROM take_step") == 1000 {}
        } catch {
            throw WorkspaceError(error, in: directory)
        }
        try emptyBin(now: now)
        try assets.sweep(now: now / 1000)
        try sweepWorkshops(now: now / 1000)
        sweepPreviews(now: now / 1000)
    }
}
