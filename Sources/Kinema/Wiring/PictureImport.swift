import Editorial
import Foundation
import Media
import Workspace

/// Brings a picture from outside into the library.
struct PictureImport: Sendable {
    let workspace: LocalWorkspace

    /// Copies the picture at `path`; the same bytes are kept once.
    func adopt(_ path: String) throws -> Asset {
        let expanded = (path as NSString).expandingTildeInPath
        let info = try MediaInfo(probing: expanded)
        guard info.kind == .still else {
            throw Complaint("\(path) is a film; a shot begins and ends with pictures.")
        }
        return try workspace.assets.adopt(
            file: expanded,
            kind: .image,
            name: URL(filePath: expanded).lastPathComponent,
            size: info.size
        )
    }
}
