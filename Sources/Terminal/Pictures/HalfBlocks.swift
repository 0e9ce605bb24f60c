import CPictureKernels

/// Two pixels a cell: the lower half block over a background.
final class HalfBlocks: GlyphPainter {
    let grain = CellPixels(width: 1, height: 2)
    let colours: CInt

    init(depth: ColourDepth) { colours = depth.writing }

    func paint(
        _ pixels: [UInt8],
        columns: Int,
        rows: Int,
        into cells: UnsafeMutablePointer<cpicture_cell>
    ) {
        let indexed: CInt = colours == depthIndexed ? 1 : 0
        cpicture_half(pixels, CInt(columns), CInt(rows), indexed, cells)
    }
}
