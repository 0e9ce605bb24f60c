import Editorial
import Media
import Motion
import Rendering

/// Moves the camera over the picture and writes the film.
struct VideoStep {
    let context: StepContext
    let presets: PresetLibrary

    /// What determines the film of a picture.
    var recipe: StepRecipe? {
        let draft = context.take.draft
        guard let picture = context.take.picture else { return nil }
        return StepRecipe(
            kind: "video",
            version: 1,
            inputs: [picture],
            parameters: [
                // Whole, so that a preset whose file was edited is another one.
                "direction": String(reflecting: ShotDirection(draft, in: presets)),
                // The depth of a sketch is painted anew from these.
                "prompt": draft.prompt, "style": draft.style.rawValue, "model": draft.model,
                "start": draft.startFrame?.digest ?? "", "seed": "\(draft.seed)",
                "size": "\(draft.size)", "rate": "\(draft.frameRate)",
                "frames": "\(draft.frameCount)",
            ]
        )
    }

    func run() throws -> Asset {
        let draft = context.take.draft
        if let unknown = draft.motions.first(where: { presets[$0.preset] == nil }) {
            throw StepFailure(
                "The preset “\(unknown.preset)” is not installed; take it out of the motion "
                    + "or put its file back, then retry."
            )
        }
        guard let recipe else {
            throw StepFailure("This take has no picture; retry it from the image step.")
        }
        return try context.cached(recipe) { try render(draft, recipe) }
    }

    private func render(_ draft: Draft, _ recipe: StepRecipe) throws -> Asset {
        let path = try context.picturePath()
        let source =
            try draft.startFrame == nil ? StillReader.read(path) : context.readForeign(path)
        let output = context.scratchPath("video.mp4")
        let direction = ShotDirection(draft, in: presets)
        let render = try FilmRender(
            source: source,
            depth: ShotDepth.find(behind: source, of: draft, camera: direction.camera),
            direction: direction,
            seed: draft.seed,
            settings: FilmSettings(size: draft.size, frameRate: draft.frameRate),
            frameCount: draft.frameCount
        )
        let plan = SegmentPlan(frameCount: draft.frameCount, frameRate: draft.frameRate)
        if plan.parts.count == 1 {
            try render.write(to: output, report: context.report)
        } else {
            try SegmentedRender(
                render: render,
                plan: plan,
                shelf: try context.ledger.workshop(of: context.take.id, for: recipe),
                scratchPath: context.scratchPath,
                log: context.log
            ).write(to: output, report: context.report)
        }
        return try context.ledger.adopt(
            file: output,
            kind: .video,
            name: "take \(context.take.number)",
            size: draft.size
        )
    }
}
