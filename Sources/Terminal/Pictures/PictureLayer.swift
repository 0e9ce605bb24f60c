package import Input

/// The one picture of the screen, made into bytes for one terminal.
///
/// It remembers what was sent and gives only what changed; so every result
/// must reach the terminal, or be followed by ``invalidate()``. It has one
/// owner, who may be on any thread.
package final class PictureLayer {
    package let graphics: GraphicsProtocol
    /// The screen's extent.
    ///
    /// Once it is known no image touches the last row, where some terminals
    /// would scroll.
    package var screen: CellSize?
    /// How much of the pictures that follow is sent.
    package var quality = PictureQuality.full
    /// What wipes the picture's old place; empty unless the last
    /// ``encode(_:in:covered:)`` moved it.
    ///
    /// It goes before the interface's own bytes of the same frame, as those
    /// may draw there.
    package private(set) var erasure: [UInt8] = []

    private let encoder: (any PictureEncoder)?
    private let cell: CellPixels
    /// Whether the terminal moves and removes a picture by itself.
    private let isLoose: Bool
    private let out = PictureBuffer()
    private var place: PicturePlacement?

    package init(protocol graphics: GraphicsProtocol, capabilities: TerminalCapabilities) {
        self.graphics = graphics
        let cell = capabilities.cell
        let depth = capabilities.depth
        self.cell = cell
        isLoose = graphics == .kitty && capabilities.passage == .direct
        encoder =
            switch graphics {
            case .kitty:
                KittyEncoder(
                    cell: cell,
                    passage: capabilities.passage,
                    sharesMemory: capabilities.sharesMemory
                )
            case .iterm2: InlineImageEncoder(cell: cell)
            case .sixel: SixelEncoder(cell: cell)
            case .half: GlyphEncoder(MosaicPainter(.half), depth: depth)
            case .quad: GlyphEncoder(MosaicPainter(.quad), depth: depth)
            case .sextant: GlyphEncoder(MosaicPainter(.sextant), depth: depth)
            case .braille: GlyphEncoder(MosaicPainter(.braille), depth: depth)
            case .symbols: GlyphEncoder(ChafaSymbols(cell: cell), depth: depth)
            case .ascii: GlyphEncoder(MosaicPainter(.letters), depth: depth)
            case .none: nil
            }
    }

    /// Returns the largest rectangle of whole cells with about the given
    /// proportions, centred, and how many pixels a picture for it should have.
    ///
    /// The proportions are those of square pixels; the picture to render has
    /// pixels of this protocol, which need not be square.
    package func fit(
        width: Int,
        height: Int,
        in rect: CellRect
    ) -> (cells: CellRect, width: Int, height: Int) {
        guard !rect.isEmpty, width > 0, height > 0 else { return (.zero, 0, 0) }
        let wide = Double(width) / Double(cell.width)
        let high = Double(height) / Double(cell.height)
        let scale = min(Double(rect.columns) / wide, Double(rect.rows) / high)
        let columns = min(rect.columns, max(1, Int((wide * scale).rounded())))
        let rows = min(rect.rows, max(1, Int((high * scale).rounded())))
        let cells = CellRect(
            column: rect.column + (rect.columns - columns) / 2,
            row: rect.row + (rect.rows - rows) / 2,
            columns: columns,
            rows: rows
        )
        guard let encoder else { return (cells, 0, 0) }
        let own = encoder.grain(for: cells.size, quality: quality)
        let grain = encoder.bounded(own, for: cells.size)
        return (cells, columns * grain.width, rows * grain.height)
    }

    /// Returns what shows a picture in a rectangle of cells, from ``fit(width:height:in:)``.
    ///
    /// Covered rectangles are not painted, and are painted again when they
    /// are no longer covered. A picture of another extent is scaled. The
    /// terminal's attributes are left at their defaults, its cursor anywhere.
    package func encode(
        _ picture: Picture,
        in rect: CellRect,
        covered: [CellRect]
    ) -> [UInt8] {
        erasure = []
        guard let encoder, rect.row >= 0, rect.column >= 0, !rect.isEmpty,
            rect.columns <= TerminalWindow.limit.columns, rect.rows <= TerminalWindow.limit.rows
        else { return [] }
        let next = PicturePlacement(picture, in: rect, covered: covered + lastRow(under: rect))
        if !isLoose, let place, place.rect != rect {
            wipe(place, except: rect)
            erasure = out.take()
            encoder.invalidate()
        }
        place = next
        encoder.encode(next, quality: quality, into: out)
        // Memory ran out: the screen is not what the encoder believes.
        if out.hasFailed { encoder.invalidate() }
        return out.take()
    }

    /// Whether the terminal has all of the picture encoded last, or will have
    /// when its bytes are there; a budget may leave a rest, which the same
    /// picture encoded again sends.
    package var isComplete: Bool { encoder?.isComplete ?? true }

    /// Forgets what was sent, as after the screen was cleared: the next
    /// picture is sent whole.
    package func invalidate() {
        encoder?.invalidate()
        place = nil
        erasure = []
    }

    /// Returns what takes the picture off the screen; nothing when there is none.
    package func erase() -> [UInt8] {
        guard let encoder, let place else { return [] }
        if !encoder.remove(into: out) { wipe(place, except: .zero) }
        invalidate()
        return out.take()
    }

    private func lastRow(under rect: CellRect) -> [CellRect] {
        guard let screen, !graphics.isText, graphics != .kitty, rect.maxRow >= screen.rows
        else { return [] }
        let row = max(rect.row, screen.rows - 1)
        return [
            CellRect(
                column: rect.column,
                row: row,
                columns: rect.columns,
                rows: rect.maxRow - row
            )
        ]
    }

    /// Blanks a picture's cells but those under pop-ups and in a rectangle.
    private func wipe(_ place: PicturePlacement, except kept: CellRect) {
        let rect = place.rect
        for row in 0..<rect.rows {
            var start: Int?
            for column in 0...rect.columns {
                let point = CellPoint(column: rect.column + column, row: rect.row + row)
                let isBlanked =
                    column < rect.columns && place.covered[row * rect.columns + column] == 0
                    && !kept.contains(point)
                if isBlanked {
                    start = start ?? point.column
                } else if let from = start {
                    out.blank(row: point.row, columns: from..<point.column)
                    start = nil
                }
            }
        }
    }
}
