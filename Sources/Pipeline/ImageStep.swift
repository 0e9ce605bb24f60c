import Editorial
import Generation
import Media
import Rendering

/// Brings the picture that the camera moves over: the start frame, or one painted from the prompt.
struct ImageStep {
    /// How much larger than the film a sketch is painted, so that a move in
    /// still has pixels to show.
    static let headroom = 1.5
    /// The longest side of a painted picture.
    static let longestSide = 3840.0

    let context: StepContext

    /// What determines a painted picture; nil for a start frame, which is there.
    var recipe: StepRecipe? {
        let draft = context.take.draft
        guard draft.startFrame == nil else { return nil }
        return StepRecipe(
            kind: "image",
            version: 1,
            inputs: [],
            parameters: [
                "model": draft.model, "prompt": draft.prompt, "style": draft.style.rawValue,
                "seed": "\(draft.seed)", "size": "\(Self.pictureSize(for: draft))",
            ]
        )
    }

    func run() throws -> Asset {
        let draft = context.take.draft
        if let startFrame = draft.startFrame { return try adoptStartFrame(startFrame) }
        guard draft.model == Model.sketch.id else {
            throw StepFailure(
                "The model “\(draft.model)” is not set up here; choose another and generate again."
            )
        }
        guard let recipe else { return try paint(draft) }
        return try context.cached(recipe) { try paint(draft) }
    }

    /// Reads the start frame once, so that a damaged one fails here and not
    /// in the middle of a film.
    private func adoptStartFrame(_ startFrame: Asset.ID) throws -> Asset {
        let path = try context.path(of: startFrame, called: "start frame")
        try context.report(0.1)
        _ = try context.readForeign(path)
        guard let asset = try context.ledger.asset(startFrame) else {
            throw StepFailure("The start frame is no longer in the library; choose another.")
        }
        return asset
    }

    private func paint(_ draft: Draft) throws -> Asset {
        let size = Self.pictureSize(for: draft)
        try context.report(0.05)
        guard
            let sketch = try Sketch.paint(
                prompt: draft.prompt,
                style: draft.style,
                seed: draft.seed,
                size: size,
                isCancelled: context.isStopped
            )
        else { throw StepStopped() }
        try context.report(0.8)
        let path = context.scratchPath("image.png")
        try StillWriter.write(sketch.picture, to: path)
        try context.report(0.95)
        let asset = try context.ledger.adopt(
            file: path,
            kind: .image,
            name: "sketch \(draft.seed)",
            size: size
        )
        return asset
    }

    /// Returns the size a draft's picture is painted at.
    static func pictureSize(for draft: Draft) -> PixelSize {
        let size = draft.size
        let scale = min(headroom, longestSide / Double(max(size.width, size.height)))
        return PixelSize(
            width: Int((Double(size.width) * scale).rounded()),
            height: Int((Double(size.height) * scale).rounded())
        )
    }
}
