package import Editorial
import Foundation

extension LocalWorkspace {
    /// Returns a directory for the finished parts of what a recipe makes for a take.
    ///
    /// It stays until it is cleared, whoever made it.
    package func workshop(of take: Take.ID, recipe: String) throws(WorkspaceError) -> String {
        let path = "\(workshops)/\(take)/\(Self.key(of: recipe))"
        try PrivateDirectory.make(path)
        return path
    }

    /// Removes the finished parts of all that was made for a take.
    package func clearWorkshop(of take: Take.ID) throws(WorkspaceError) {
        let path = "\(workshops)/\(take)"
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw WorkspaceError(error, in: directory)
        }
    }

    /// Removes the parts of takes that are settled, or gone, and were not
    /// touched for a day: nobody tried again.
    ///
    /// `now` is in seconds since 1970.
    func sweepWorkshops(now: Int) throws(WorkspaceError) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: workshops)) ?? []
        for name in names {
            var status = stat()
            guard let id = Take.ID(name), lstat("\(workshops)/\(name)", &status) == 0,
                status.st_mtim.tv_sec < now - AssetStore.orphanAge,
                try take(id)?.isSettled != false
            else { continue }
            try clearWorkshop(of: id)
        }
    }

    private var workshops: String { directory + "/workshop" }
}
