import CPictureKernels
import Input

/// What pixels a terminal shows in which cells, and which to send next.
struct TileMemory {
    private var shown: [UInt8] = []
    /// A byte for each cell; 1 where the terminal shows what is remembered.
    private var known: [UInt8] = []
    private var dirty: [UInt8] = []
    private var columns = 0
    private var grain = CellPixels.assumed
    /// The row at which a frame begins that may not hold everything.
    private var turn = 0
    private let tolerance: Int

    init(tolerance: Int) { self.tolerance = tolerance }

    mutating func invalidate() { known.removeAll() }

    /// Returns the rectangles of cells to send, counted from the picture's
    /// upper left; those sent are to be given to ``keep(_:of:)``.
    ///
    /// A rectangle is a strip cut to the columns that changed. Where a pop-up
    /// lies in a strip, it is cut into rows and pieces beside the pop-up.
    /// Strips are taken in turns, so that all are sent in time when not all
    /// of them are.
    ///
    /// - Precondition: `pixels` has `grain` pixels for each cell.
    mutating func tiles(
        _ pixels: [UInt8],
        grain: CellPixels,
        of placement: PicturePlacement,
        strip: Int,
        isExact: Bool
    ) -> [CellRect] {
        columns = placement.rect.columns
        let rows = placement.rect.rows
        if shown.count != pixels.count || known.count != columns * rows || grain != self.grain {
            shown = pixels
            known = Array(repeating: 0, count: columns * rows)
            dirty = known
            self.grain = grain
        }
        cpicture_compare(
            pixels,
            shown,
            CInt(columns),
            CInt(rows),
            CInt(grain.width),
            CInt(grain.height),
            CInt(isExact ? 0 : tolerance),
            placement.covered,
            &known,
            &dirty
        )
        let plan = TilePlan(columns: columns, covered: placement.covered, dirty: dirty)
        var tiles: [CellRect] = []
        for top in stride(from: 0, to: rows, by: strip) {
            tiles += plan.tiles(in: top..<min(rows, top + strip))
        }
        let split = tiles.firstIndex { $0.row >= turn } ?? 0
        return Array(tiles[split...] + tiles[..<split])
    }

    /// Whether the picture compared last is what the terminal shows.
    var isCurrent: Bool { !dirty.contains(1) }

    /// Remembers that a rectangle was sent.
    mutating func keep(_ tile: CellRect, of pixels: [UInt8]) {
        cpicture_copy(
            pixels,
            &shown,
            CInt(columns * grain.width),
            CInt(tile.column * grain.width),
            CInt(tile.row * grain.height),
            CInt(tile.columns * grain.width),
            CInt(tile.rows * grain.height)
        )
        for row in tile.row..<tile.maxRow {
            for column in tile.column..<tile.maxColumn { known[row * columns + column] = 1 }
        }
        turn = tile.maxRow
    }
}
