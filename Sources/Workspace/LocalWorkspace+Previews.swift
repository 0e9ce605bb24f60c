package import Editorial
import Foundation
import Glibc

extension LocalWorkspace {
    /// Returns where a picture lies of a take that is still being made; nil
    /// where there is none to be seen.
    ///
    /// It is exchanged for a newer one while the take is made, and gone once it
    /// is; whoever reads it reads one of them, whole. The job's progress, which
    /// is written after it, tells that there is a new one.
    package func preview(of take: Take.ID) -> String? {
        let path = previewPath(of: take)
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    /// Moves a picture, a JPEG, to where ``preview(of:)`` finds it.
    package func show(preview path: String, of take: Take.ID) throws(WorkspaceError) {
        try PrivateDirectory.make(previews)
        guard Glibc.rename(path, previewPath(of: take)) == 0 else {
            throw WorkspaceError(code: errno, task: "write", path: previewPath(of: take))
        }
    }

    /// Removes the picture of a take, if there is one.
    package func clearPreview(of take: Take.ID) throws(WorkspaceError) {
        guard unlink(previewPath(of: take)) == 0 || errno == ENOENT else {
            throw WorkspaceError(code: errno, task: "remove", path: previewPath(of: take))
        }
    }

    /// Removes what workers left that were killed: nobody shows it any more.
    ///
    /// `now` is in seconds since 1970.
    func sweepPreviews(now: Int) {
        // A directory that cannot be read holds nothing that could be removed.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: previews)) ?? []
        for name in names {
            var status = stat()
            guard lstat("\(previews)/\(name)", &status) == 0,
                status.st_mtim.tv_sec < now - AssetStore.orphanAge
            else { continue }
            unlink("\(previews)/\(name)")
        }
    }

    private var previews: String { directory + "/previews" }

    private func previewPath(of take: Take.ID) -> String { "\(previews)/\(take).jpg" }
}
