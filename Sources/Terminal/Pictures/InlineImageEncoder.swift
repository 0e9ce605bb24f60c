import CPictureKernels
import Input

/// Pictures as iTerm2's inline files: strips of whole cells, as PNG.
final class InlineImageEncoder: PictureEncoder {
    private let cell: CellPixels
    private let dither = PictureDither()
    private var memory = TileMemory(tolerance: 4)
    private let image = PictureBuffer()
    private var pixels: [UInt8] = []
    private(set) var isComplete = true
    private var isRefined = false

    /// Rows of cells in one file: tall, as each costs a header and a palette.
    private static let strip = 8

    init(cell: CellPixels) { self.cell = cell }

    func grain(for cells: CellSize, quality: PictureQuality) -> CellPixels {
        bounded(cell, for: cells, by: quality.coarseness)
    }

    func encode(_ placement: PicturePlacement, quality: PictureQuality, into out: PictureBuffer) {
        let rect = placement.rect
        let grain = grain(for: rect.size, quality: quality)
        placement.picture.draw(placement.size(grain), into: &pixels)
        // A picture that stays is sent again, in all its colours, once.
        if quality.isStill, !isRefined { memory.invalidate() }
        let tiles = memory.tiles(
            pixels,
            grain: grain,
            of: placement,
            strip: Self.strip,
            isExact: quality.isStill
        )
        if quality.isStill { isRefined = true } else if !tiles.isEmpty { isRefined = false }
        let start = out.count
        isComplete = true
        for tile in tiles {
            guard out.count - start < quality.budget else {
                isComplete = false
                break
            }
            send(tile, of: placement, grain, isStill: quality.isStill, into: out)
        }
    }

    func invalidate() {
        memory.invalidate()
        isRefined = false
    }

    private func send(
        _ tile: CellRect,
        of placement: PicturePlacement,
        _ grain: CellPixels,
        isStill: Bool,
        into out: PictureBuffer
    ) {
        draw(tile, width: placement.rect.columns * grain.width, grain, isStill: isStill)
        let bytes = image.take()
        guard !bytes.isEmpty else { return }
        out.move(row: placement.rect.row + tile.row, column: placement.rect.column + tile.column)
        out.append(
            "\u{1B}]1337;File=inline=1;size=\(bytes.count);width=\(tile.columns);"
                + "height=\(tile.rows);preserveAspectRatio=0;doNotMoveCursor=1:"
        )
        out.extend { cpicture_base64($0, bytes, bytes.count) }
        out.append("\u{07}")
        memory.keep(tile, of: pixels)
    }

    private func draw(_ tile: CellRect, width: Int, _ grain: CellPixels, isStill: Bool) {
        let x = CInt(tile.column * grain.width)
        let y = CInt(tile.row * grain.height)
        let columns = CInt(tile.columns * grain.width)
        let rows = CInt(tile.rows * grain.height)
        image.extend { buffer in
            if isStill {
                cpicture_png_full(buffer, pixels, CInt(width), x, y, columns, rows)
            } else {
                cpicture_png(
                    buffer,
                    dither.pointer,
                    pixels,
                    CInt(width),
                    x,
                    y,
                    columns,
                    rows,
                    nil,
                    0,
                    0
                )
            }
        }
    }
}
