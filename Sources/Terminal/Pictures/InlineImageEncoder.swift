import CPictureKernels
import Input

/// Pictures as iTerm2's inline files: strips of whole cells, as PNG.
final class InlineImageEncoder: PictureEncoder {
    private let cell: CellPixels
    private let dither = PictureDither()
    private var memory = TileMemory(tolerance: 4)
    private let image = PictureBuffer()

    /// Rows of cells in one file: tall, as each costs a header and a palette.
    private static let strip = 8

    init(cell: CellPixels) { self.cell = cell }

    func grain(for cells: CellSize) -> CellPixels { bounded(cell, for: cells) }

    func encode(_ placement: PicturePlacement, into out: PictureBuffer) {
        let rect = placement.rect
        let grain = grain(for: rect.size)
        let size = CellPixels(width: rect.columns * grain.width, height: rect.rows * grain.height)
        let pixels = placement.pixels(size)
        let tiles = memory.advance(to: pixels, grain: grain, of: placement, strip: Self.strip)
        for tile in tiles {
            image.extend { buffer in
                cpicture_png(
                    buffer,
                    dither.pointer,
                    pixels,
                    CInt(size.width),
                    CInt(tile.column * grain.width),
                    CInt(tile.row * grain.height),
                    CInt(tile.columns * grain.width),
                    CInt(tile.rows * grain.height),
                    nil,
                    0,
                    0
                )
            }
            let bytes = image.take()
            guard !bytes.isEmpty else { continue }
            out.move(row: rect.row + tile.row, column: rect.column + tile.column)
            out.append(
                "\u{1B}]1337;File=inline=1;size=\(bytes.count);width=\(tile.columns);"
                    + "height=\(tile.rows);preserveAspectRatio=0;doNotMoveCursor=1:"
            )
            out.extend { cpicture_base64($0, bytes, bytes.count) }
            out.append("\u{07}")
        }
    }

    func invalidate() { memory.invalidate() }
}
