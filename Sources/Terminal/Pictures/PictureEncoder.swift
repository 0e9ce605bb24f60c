import Input

/// Makes a terminal's bytes of pictures, and remembers what it has sent.
protocol PictureEncoder: AnyObject {
    /// How many pixels a picture has for each cell of an extent.
    func grain(for cells: CellSize, quality: PictureQuality) -> CellPixels

    /// Adds what changes the screen from what was sent last to this picture.
    func encode(_ placement: PicturePlacement, quality: PictureQuality, into out: PictureBuffer)

    /// Whether all of the picture encoded last was sent: a budget may leave a
    /// rest.
    var isComplete: Bool { get }

    /// Forgets what was sent: the screen was cleared, or the place changed.
    func invalidate()

    /// Adds what removes the picture by other means than blanks.
    ///
    /// - Returns: Whether there were such means.
    func remove(into out: PictureBuffer) -> Bool
}

extension PictureEncoder {
    var isComplete: Bool { true }

    func remove(into out: PictureBuffer) -> Bool { false }

    /// Returns pixels a cell, made smaller while a picture of so many cells
    /// would be larger than 1600 by 1000, and by a quality's coarseness.
    func bounded(_ cell: CellPixels, for cells: CellSize, by coarseness: Int = 1) -> CellPixels {
        let width = min(cell.width, max(1, 1600 / max(1, cells.columns)))
        let height = min(cell.height, max(1, 1000 / max(1, cells.rows)))
        return CellPixels(width: max(1, width / coarseness), height: max(1, height / coarseness))
    }
}
