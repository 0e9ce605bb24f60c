import Input

/// Makes a terminal's bytes of pictures, and remembers what it has sent.
protocol PictureEncoder: AnyObject {
    /// How many pixels a picture has for each cell of an extent.
    func grain(for cells: CellSize) -> CellPixels

    /// Adds what changes the screen from what was sent last to this picture.
    func encode(_ placement: PicturePlacement, into out: PictureBuffer)

    /// Forgets what was sent: the screen was cleared, or the place changed.
    func invalidate()

    /// Adds what removes the picture by other means than blanks.
    ///
    /// - Returns: Whether there were such means.
    func remove(into out: PictureBuffer) -> Bool
}

extension PictureEncoder {
    func remove(into out: PictureBuffer) -> Bool { false }

    /// Returns pixels a cell, made smaller while a picture of so many cells
    /// would be larger than 1600 by 1000.
    func bounded(_ cell: CellPixels, for cells: CellSize) -> CellPixels {
        let width = min(cell.width, max(1, 1600 / max(1, cells.columns)))
        let height = min(cell.height, max(1, 1000 / max(1, cells.rows)))
        return CellPixels(width: width, height: height)
    }
}
