import Editorial
import Media

/// What is to be seen of a take that is still being made elsewhere.
struct TakePreview {
    /// What the picture fits into.
    static let box = PixelSize(width: 640, height: 640)

    let context: StepContext

    /// Decodes a picture away from here, and leaves a small one where the editor finds it.
    func show(_ path: String) throws {
        let frame = try context.readForeign(path)
        let still = StillSource(frame, rate: context.take.draft.frameRate, frameCount: 1)
        let size = frame.size.evenlyFitted(into: Self.box)
        let source = try FittedSource(still, to: size, .crop, format: .rgba8)
        guard let picture = try source.frame(at: FrameIndex(0)) else { return }
        let copy = context.scratchPath("preview.jpg")
        try StillWriter.write(picture, to: copy)
        try context.ledger.show(preview: copy, of: context.take.id)
    }
}
