import Editor
import Editorial
import Glibc
import Workspace

extension LocalWorkspace {
    /// Returns what there is to see of takes that are still being made.
    func livePictures(of takes: [Take]) -> [Take.ID: LivePicture] {
        var pictures: [Take.ID: LivePicture] = [:]
        for take in takes where !take.isSettled {
            var status = stat()
            // Gone between the two questions: the next change tells of it.
            guard let path = preview(of: take.id), stat(path, &status) == 0 else { continue }
            let stamp = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
            pictures[take.id] = LivePicture(path: path, stamp: stamp)
        }
        return pictures
    }
}
