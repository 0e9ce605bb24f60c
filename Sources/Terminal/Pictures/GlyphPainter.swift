import CPictureKernels

/// A way to make glyphs of pixels.
protocol GlyphPainter: AnyObject {
    /// Pixels that become one glyph.
    var grain: CellPixels { get }

    /// How the colours of cells are coded where the terminal shows this many.
    func coding(_ depth: ColourDepth) -> CInt

    /// Fills columns by rows cells; `pixels` has the grain's multiple.
    ///
    /// A picture that stays may take longer.
    func paint(_ job: GlyphJob, into cells: UnsafeMutablePointer<cpicture_cell>)
}

extension GlyphPainter {
    func coding(_ depth: ColourDepth) -> CInt { depth.coding }
}

/// Pixels to be made into glyphs.
struct GlyphJob {
    let pixels: [UInt8]
    let columns: Int
    let rows: Int
    let coding: CInt
    let isStill: Bool
}
