import CPictureKernels

/// Brightness by letters, in the terminal's own colour.
final class Letters: GlyphPainter {
    let grain = CellPixels(width: 1, height: 2)
    let colours = depthPlain

    func paint(
        _ pixels: [UInt8],
        columns: Int,
        rows: Int,
        into cells: UnsafeMutablePointer<cpicture_cell>
    ) {
        cpicture_ascii(pixels, CInt(columns), CInt(rows), cells)
    }
}
