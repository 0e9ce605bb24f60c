import CPictureKernels
import Input

/// Pictures as sixels: strips of whole cells, only those that changed.
final class SixelEncoder: PictureEncoder {
    private let cell: CellPixels
    private let dither = PictureDither()
    private var memory = TileMemory(tolerance: 6)
    /// Whether the screen shows the better form of a picture that stays.
    private var isRefined = false
    private var pixels: [UInt8] = []
    /// Bytes that a cell came to, lately.
    private var cellCost = 80.0
    private(set) var isComplete = true

    init(cell: CellPixels) { self.cell = cell }

    func grain(for cells: CellSize, quality: PictureQuality) -> CellPixels {
        CellPixels(
            width: max(1, cell.width / quality.coarseness),
            height: max(1, cell.height / quality.coarseness)
        )
    }

    /// Rows of cells whose pixels are whole bands of six: at most six, three
    /// for the usual heights.
    private var strip: Int {
        let smallest = (1...6).first { $0 * cell.height % 6 == 0 } ?? 6
        return smallest * max(1, 3 / smallest)
    }

    func encode(_ placement: PicturePlacement, quality: PictureQuality, into out: PictureBuffer) {
        let grain = grain(for: placement.rect.size, quality: quality)
        placement.picture.draw(placement.size(grain), into: &pixels)
        let changes = memory.tiles(
            pixels,
            grain: grain,
            of: placement,
            strip: strip,
            isExact: quality.isStill
        )
        if refine(placement, grain, quality, into: out) { return }
        if !changes.isEmpty { isRefined = false }
        let fitting = Double(quality.budget) / cellCost
        let most = fitting < 1e6 ? max(1, Int(fitting)) : .max
        let tiles = placement.hasCovered ? changes : TilePlan.joined(changes, most: most)
        let start = out.count
        isComplete = true
        for tile in tiles.flatMap({ TilePlan.cut($0, most: most) }) {
            let cost = Int(cellCost) * tile.columns * tile.rows
            guard out.count == start || out.count - start + cost < quality.budget else {
                isComplete = false
                break
            }
            send(tile, of: placement, grain, into: out)
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
        into out: PictureBuffer
    ) {
        let start = out.count
        out.move(row: placement.rect.row + tile.row, column: placement.rect.column + tile.column)
        pixels.withUnsafeBufferPointer { pixels in
            var grid = cpicture_grid(
                pixels: pixels.baseAddress,
                columns: CInt(placement.rect.columns),
                across: CInt(grain.width),
                down: CInt(grain.height),
                cell_width: CInt(cell.width),
                cell_height: CInt(cell.height)
            )
            out.extend { buffer in
                cpicture_sixel(
                    buffer,
                    dither.pointer,
                    &grid,
                    CInt(tile.column),
                    CInt(tile.row),
                    CInt(tile.columns),
                    CInt(tile.rows)
                )
            }
        }
        memory.keep(tile, of: pixels)
        let cost = Double(out.count - start) / Double(tile.columns * tile.rows)
        cellCost = cellCost * 0.8 + cost * 0.2
    }

    /// Sends a picture that stays with a palette of its own, once.
    ///
    /// - Returns: Whether the screen shows it in this form.
    private func refine(
        _ placement: PicturePlacement,
        _ grain: CellPixels,
        _ quality: PictureQuality,
        into out: PictureBuffer
    ) -> Bool {
        let whole = CellRect(
            column: 0,
            row: 0,
            columns: placement.rect.columns,
            rows: placement.rect.rows
        )
        // Its bytes are known only afterwards; about half as many again are usual.
        let cost = cellCost * 1.6 * Double(whole.columns * whole.rows)
        guard quality.isStill, grain == cell, !placement.hasCovered,
            cost < Double(quality.budget)
        else { return false }
        if isRefined, memory.isCurrent { return true }
        let size = placement.size(grain)
        out.move(row: placement.rect.row, column: placement.rect.column)
        out.extend { cpicture_sixel_adapted($0, pixels, CInt(size.width), CInt(size.height)) }
        memory.keep(whole, of: pixels)
        isRefined = true
        isComplete = true
        return true
    }
}
