import CPictureKernels
import Input

/// Pictures of glyphs: sends the cells that changed, and of those the ones
/// that changed most where not all fit a frame.
final class GlyphEncoder: PictureEncoder {
    private let painter: any GlyphPainter
    private let depth: ColourDepth
    private var pixels: [UInt8] = []
    private var cells: [cpicture_cell] = []
    private var shown: [cpicture_cell] = []
    private var coding: CInt = 0
    private(set) var isComplete = true
    /// The picture that was last made with all care, because it rested.
    private var refined: Picture?

    /// A change of a channel that nobody sees in moving pictures.
    private static let tolerance: CInt = 3

    init(_ painter: any GlyphPainter, depth: ColourDepth) {
        self.painter = painter
        self.depth = depth
    }

    func grain(for cells: CellSize, quality: PictureQuality) -> CellPixels { painter.grain }

    func encode(_ placement: PicturePlacement, quality: PictureQuality, into out: PictureBuffer) {
        let rect = placement.rect
        let depth = depth.limited(to: quality.depth)
        prepare(rect.columns * rect.rows, coding: painter.coding(depth))
        placement.picture.draw(placement.size(painter.grain), into: &pixels)
        if quality.isStill { refined = placement.picture }
        let job = GlyphJob(
            pixels: pixels,
            columns: rect.columns,
            rows: rect.rows,
            coding: coding,
            isStill: quality.isStill || refined == placement.picture
        )
        if !job.isStill { refined = nil }
        cells.withUnsafeMutableBufferPointer { cells in
            if let base = cells.baseAddress { painter.paint(job, into: base) }
        }
        write(placement, quality, most: cellLimit(quality.budget, depth), into: out)
    }

    func invalidate() { shown.removeAll() }

    private func prepare(_ count: Int, coding: CInt) {
        guard shown.count != count || coding != self.coding else { return }
        shown = Array(repeating: cpicture_cell(), count: count)
        cells = shown
        self.coding = coding
    }

    /// How many cells a frame may have, by the bytes that cells apart from
    /// one another come to.
    private func cellLimit(_ budget: Int, _ depth: ColourDepth) -> CInt {
        let bytes =
            switch depth {
            case .direct: 38
            case .indexed256: 24
            case .indexed16: 18
            case .none: 10
            }
        return CInt(clamping: max(16, budget / bytes))
    }

    private func write(
        _ placement: PicturePlacement,
        _ quality: PictureQuality,
        most limit: CInt,
        into out: PictureBuffer
    ) {
        let rect = placement.rect
        let least = quality.isStill ? 0 : Self.tolerance
        let tolerance = cpicture_tolerance(
            cells,
            shown,
            placement.covered,
            CInt(cells.count),
            coding,
            least,
            limit
        )
        isComplete = tolerance == least
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
                coding,
                tolerance,
                limit
            )
        }
    }
}
