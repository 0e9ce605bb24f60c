import Editorial
import Media
import Motion
import Rendering

/// Moves the camera over the picture and writes the film.
struct VideoStep {
    let context: StepContext
    let presets: PresetLibrary

    func run() throws -> StepResult {
        let draft = context.take.draft
        if let unknown = draft.motions.first(where: { presets[$0.preset] == nil }) {
            throw StepFailure(
                "The preset “\(unknown.preset)” is not installed; take it out of the motion "
                    + "or put its file back, then retry."
            )
        }
        let source = try StillReader.read(context.picturePath())
        let path = context.scratchPath("video.mp4")
        let direction = ShotDirection(draft, in: presets)
        try FilmRender(
            source: source,
            depth: ShotDepth.find(behind: source, of: draft, camera: direction.camera),
            direction: direction,
            seed: draft.seed,
            settings: FilmSettings(size: draft.size, frameRate: draft.frameRate),
            frameCount: draft.frameCount
        ).write(to: path, report: context.report)
        let asset = try context.ledger.adopt(
            file: path,
            kind: .video,
            name: "take \(context.take.number)",
            size: draft.size
        )
        return .film(asset.id)
    }
}
