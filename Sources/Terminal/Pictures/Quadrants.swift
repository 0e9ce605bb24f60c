import CPictureKernels

/// Four pixels a cell, in the two colours and the quadrants that fit best.
final class Quadrants: GlyphPainter {
    let grain = CellPixels(width: 2, height: 2)
    let colours: CInt

    init(depth: ColourDepth) { colours = depth.writing }

    func paint(
        _ pixels: [UInt8],
        columns: Int,
        rows: Int,
        into cells: UnsafeMutablePointer<cpicture_cell>
    ) {
        let indexed: CInt = colours == depthIndexed ? 1 : 0
        cpicture_quad(pixels, CInt(columns), CInt(rows), indexed, cells)
    }
}
