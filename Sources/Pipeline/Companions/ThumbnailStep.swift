import Editorial
import Media

/// Keeps one small picture of a film, from its middle, where the move is under way.
struct ThumbnailStep {
    /// What the picture fits into.
    static let box = PixelSize(width: 320, height: 320)

    let context: StepContext

    func run(_ film: String) throws -> Asset {
        let info = try MediaInfo(probing: film)
        let size = info.size.evenlyFitted(into: Self.box)
        let source = try FilmSource(film, size: size, format: .rgba8)
        let middle = FrameIndex((info.frameCount ?? 1) / 2)
        guard let frame = try source.frame(at: middle) else {
            throw StepFailure("The film of this take has no frames; generate it again.")
        }
        try context.report(0.5)
        let path = context.scratchPath("thumbnail.jpg")
        try StillWriter.write(frame, to: path)
        return try context.ledger.adopt(
            file: path,
            kind: .image,
            name: "thumbnail of take \(context.take.number)",
            size: size
        )
    }
}
