import Editor
import Editorial
import Foundation
import Media
import Motion
import Workspace

/// Writes one frame of the preview at the full size of its film.
struct FrameExport {
    let workspace: LocalWorkspace
    let presets: PresetLibrary

    func write(_ request: PreviewRequest, to path: String) throws {
        let expanded = (path as NSString).expandingTildeInPath
        let sources = PreviewSources(workspace: workspace)
        let frame =
            switch request.content {
            case .film(let asset, _):
                try VideoReader(sources.path(of: asset)).frame(at: request.frame)
            case .asset(let asset, _, let isFilm):
                isFilm
                    ? try VideoReader(sources.path(of: asset)).frame(at: request.frame)
                    : try StillReader.read(sources.path(of: asset))
            case .live(let picture, _): try sources.live(picture)
            case .tiles, .nothing: throw Complaint("There is no picture to write.")
            case .shot(let draft):
                try sources.render(
                    draft,
                    key: .init(
                        draft,
                        presets: presets,
                        size: draft.size,
                        frameCount: request.frameCount
                    )
                ).frame(at: request.frame)
            }
        try StillWriter.write(frame, to: expanded)
    }
}
