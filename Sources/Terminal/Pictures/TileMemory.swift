import CPictureKernels
import Input

/// What pixels a terminal shows in which cells, and which to send next.
struct TileMemory {
    private var shown: [UInt8] = []
    private var isKnown: [Bool] = []
    private let tolerance: CInt

    init(tolerance: Int) { self.tolerance = CInt(tolerance) }

    mutating func invalidate() { isKnown.removeAll() }

    /// Returns the rectangles of cells to send, counted from the picture's
    /// upper left, and takes them as sent.
    ///
    /// A rectangle is a strip cut to the columns that changed. Where a pop-up
    /// lies in a strip, it is cut into rows and pieces beside the pop-up.
    ///
    /// - Precondition: `pixels` has `grain` pixels for each cell.
    mutating func advance(
        to pixels: [UInt8],
        grain: CellPixels,
        of placement: PicturePlacement,
        strip: Int
    ) -> [CellRect] {
        let columns = placement.rect.columns
        let rows = placement.rect.rows
        if shown.count != pixels.count || isKnown.count != columns * rows {
            shown = pixels
            isKnown = Array(repeating: false, count: columns * rows)
        }
        let dirty = changes(pixels, grain: grain, placement: placement)
        var tiles: [CellRect] = []
        for top in stride(from: 0, to: rows, by: strip) {
            let range = top..<min(rows, top + strip)
            let plan = TilePlan(columns: columns, covered: placement.covered, dirty: dirty)
            tiles += plan.tiles(in: range)
        }
        for tile in tiles { keep(tile, of: pixels, grain: grain, columns: columns) }
        return tiles
    }

    private mutating func changes(
        _ pixels: [UInt8],
        grain: CellPixels,
        placement: PicturePlacement
    ) -> [Bool] {
        let columns = placement.rect.columns
        let stride = columns * grain.width * 4
        return pixels.withUnsafeBufferPointer { new in
            shown.withUnsafeBufferPointer { old in
                isKnown.indices.map { index in
                    if placement.covered[index] != 0 {
                        isKnown[index] = false
                        return false
                    }
                    guard isKnown[index], let new = new.baseAddress, let old = old.baseAddress
                    else { return true }
                    let offset =
                        index / columns * grain.height * stride + index % columns * grain.width * 4
                    return cpicture_differs(
                        new + offset,
                        old + offset,
                        stride,
                        CInt(grain.width),
                        CInt(grain.height),
                        tolerance
                    ) != 0
                }
            }
        }
    }

    private mutating func keep(
        _ tile: CellRect,
        of pixels: [UInt8],
        grain: CellPixels,
        columns: Int
    ) {
        let stride = columns * grain.width * 4
        let left = tile.column * grain.width * 4
        let right = tile.maxColumn * grain.width * 4
        for line in tile.row * grain.height..<tile.maxRow * grain.height {
            let range = line * stride + left..<line * stride + right
            shown.replaceSubrange(range, with: pixels[range])
        }
        for row in tile.row..<tile.maxRow {
            for column in tile.column..<tile.maxColumn { isKnown[row * columns + column] = true }
        }
    }
}
