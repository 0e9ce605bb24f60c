import CPictureKernels
import Input

/// Pictures of glyphs: sends the cells that changed.
final class GlyphEncoder: PictureEncoder {
    private let painter: any GlyphPainter
    private var cells: [cpicture_cell] = []
    private var shown: [cpicture_cell] = []

    /// A change of a channel that nobody sees in moving pictures.
    private let tolerance: CInt = 3

    init(_ painter: any GlyphPainter) { self.painter = painter }

    func grain(for cells: CellSize) -> CellPixels { painter.grain }

    func encode(_ placement: PicturePlacement, into out: PictureBuffer) {
        let rect = placement.rect
        let count = rect.columns * rect.rows
        if shown.count != count {
            shown = Array(repeating: cpicture_cell(), count: count)
            cells = shown
        }
        let grain = painter.grain
        let size = CellPixels(width: rect.columns * grain.width, height: rect.rows * grain.height)
        let pixels = placement.pixels(size)
        cells.withUnsafeMutableBufferPointer { cells in
            guard let base = cells.baseAddress else { return }
            painter.paint(pixels, columns: rect.columns, rows: rect.rows, into: base)
        }
        out.extend { buffer in
            cpicture_write_cells(
                buffer,
                cells,
                &shown,
                placement.covered,
                CInt(rect.columns),
                CInt(rect.rows),
                CInt(rect.row),
                CInt(rect.column),
                painter.colours,
                tolerance
            )
        }
    }

    func invalidate() { shown.removeAll() }
}
