import CPictureKernels

/// Pixels as mosaics of a cell's parts in two colours.
final class MosaicPainter: GlyphPainter {
    /// A set of glyphs, by the pixels that a cell becomes.
    enum Kind {
        /// Two, by the lower half block.
        case half
        /// Four, by quadrants.
        case quad
        /// Six, by the sextants of Unicode 13.
        case sextant
        /// Eight, by the dots of braille.
        case braille
        /// Brightness by letters, in the terminal's own colour.
        case letters
    }

    let grain: CellPixels
    private let kind: Kind

    init(_ kind: Kind) {
        self.kind = kind
        grain =
            switch kind {
            case .half, .letters: CellPixels(width: 1, height: 2)
            case .quad: CellPixels(width: 2, height: 2)
            case .sextant: CellPixels(width: 2, height: 3)
            case .braille: CellPixels(width: 2, height: 4)
            }
    }

    func coding(_ depth: ColourDepth) -> CInt {
        kind == .letters ? ColourDepth.none.coding : depth.coding
    }

    func paint(_ job: GlyphJob, into cells: UnsafeMutablePointer<cpicture_cell>) {
        let columns = CInt(job.columns)
        let rows = CInt(job.rows)
        switch kind {
        case .half: cpicture_half(job.pixels, columns, rows, job.coding, cells)
        case .quad: cpicture_quad(job.pixels, columns, rows, job.coding, cells)
        case .sextant: cpicture_sextant(job.pixels, columns, rows, job.coding, cells)
        case .braille: cpicture_braille(job.pixels, columns, rows, job.coding, cells)
        case .letters: cpicture_ascii(job.pixels, columns, rows, cells)
        }
    }
}
