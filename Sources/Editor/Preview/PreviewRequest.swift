package import Editorial

/// The one picture the preview wants now.
package struct PreviewRequest: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// The camera over the start frame, or over the sketch of the prompt.
        case shot(draft: Draft)
        /// A take's film.
        case film(Asset.ID, take: Take.ID)
        /// A medium of the library as it is, and its size.
        case asset(Asset.ID, PixelSize, isFilm: Bool)
        /// Nothing at all.
        case nothing
    }

    package var content: Content
    package var frame: FrameIndex
    package var frameCount: Int
    package var frameRate: FrameRate
    package var guides = PreviewGuides()
    package var scope: Scope?
    /// A film that is shown with it; never for the screen of projects.
    package var other: Other?

    /// What the picture is compared with.
    package struct Other: Hashable, Sendable {
        package let film: Asset.ID
        package let frameCount: Int
        package let comparison: Comparison
    }
}
