import CPictureKernels
import Input

/// Pictures as sixels: strips of whole cells, only those that changed.
final class SixelEncoder: PictureEncoder {
    private let cell: CellPixels
    private let dither = PictureDither()
    private var memory = TileMemory(tolerance: 4)

    init(cell: CellPixels) { self.cell = cell }

    func grain(for cells: CellSize) -> CellPixels { cell }

    /// Rows of cells whose pixels are whole bands of six: at most six, three
    /// for the usual heights.
    private var strip: Int {
        let smallest = (1...6).first { $0 * cell.height % 6 == 0 } ?? 6
        return smallest * max(1, 3 / smallest)
    }

    func encode(_ placement: PicturePlacement, into out: PictureBuffer) {
        let rect = placement.rect
        let size = CellPixels(width: rect.columns * cell.width, height: rect.rows * cell.height)
        let pixels = placement.pixels(size)
        for tile in memory.advance(to: pixels, grain: cell, of: placement, strip: strip) {
            out.move(row: rect.row + tile.row, column: rect.column + tile.column)
            out.extend { buffer in
                cpicture_sixel(
                    buffer,
                    dither.pointer,
                    pixels,
                    CInt(size.width),
                    CInt(tile.column * cell.width),
                    CInt(tile.row * cell.height),
                    CInt(tile.columns * cell.width),
                    CInt(tile.rows * cell.height)
                )
            }
        }
    }

    func invalidate() { memory.invalidate() }
}
