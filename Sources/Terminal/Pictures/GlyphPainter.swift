import CPictureKernels

/// A way to make glyphs of pixels.
protocol GlyphPainter: AnyObject {
    /// Pixels that become one glyph.
    var grain: CellPixels { get }

    /// How the writer reads the colours of the cells.
    var colours: CInt { get }

    /// Fills columns by rows cells; `pixels` has the grain's multiple.
    func paint(
        _ pixels: [UInt8],
        columns: Int,
        rows: Int,
        into cells: UnsafeMutablePointer<cpicture_cell>
    )
}
