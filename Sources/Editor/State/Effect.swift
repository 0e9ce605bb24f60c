package import Editorial

/// Something to be done outside, for the one place that carries effects out.
package enum Effect: Equatable, Sendable {
    case save(Project, EditHistory)
    case submitTake(Take.ID, Shot.ID, Draft)
    case cancelTake(Take.ID)
    case retryTake(Take.ID)
    case setFavourite(String, Bool)
    /// Ends in `Action.startFrameImported`, or in a notice.
    case importStartFrame(path: String, Shot.ID)
    case exportTake(Take.ID, path: String)
    /// Writes one frame of the preview, at the full size of its film.
    case exportImage(PreviewRequest, path: String)
    case suspend
    case quit
}
