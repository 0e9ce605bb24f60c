package import Editorial
package import Input

/// The one picture the preview wants now.
package struct PreviewRequest: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// The camera over the start frame, or over the sketch of the prompt.
        case shot(draft: Draft)
        /// A take's film.
        case film(Asset.ID, take: Take.ID)
        /// A medium of the library as it is, and its size.
        case asset(Asset.ID, PixelSize, isFilm: Bool)
        /// What a service shows of a take that it is making, in the film's shape.
        case live(LivePicture, PixelSize)
        /// Small pictures, over so many cells.
        case tiles([PreviewTile], CellSize)
        /// Nothing at all.
        case nothing
    }

    package var content: Content
    package var frame: FrameIndex
    package var frameCount: Int
    package var frameRate: FrameRate
    package var guides = PreviewGuides()
    package var scope: Scope?
    package var probe: PictureProbe?
    /// A film that is shown with it; never for the screen of projects.
    package var other: Other?

    /// Asks for small pictures.
    package static func tiles(_ tiles: [PreviewTile], over size: CellSize) -> PreviewRequest {
        PreviewRequest(
            content: .tiles(tiles, size),
            frame: .first,
            frameCount: 1,
            frameRate: FrameRate(24)
        )
    }

    /// What the picture is compared with.
    package struct Other: Hashable, Sendable {
        package let film: Asset.ID
        package let frameCount: Int
        package let comparison: Comparison
    }
}
