import CChafa
import CPictureKernels

/// The glyph that fits best in each cell, chosen by libchafa.
///
/// Owns a canvas, made anew when the extent changes.
final class ChafaSymbols: GlyphPainter {
    let grain = CellPixels(width: 4, height: 8)
    let colours: CInt
    private let cell: CellPixels
    private var canvas: OpaquePointer?
    private var columns = 0
    private var rows = 0

    /// How hard to look for the best glyph; more costs too much for motion.
    private static let workFactor: Float = 0.1

    init(depth: ColourDepth, cell: CellPixels) {
        colours = depth.writing
        self.cell = cell
    }

    deinit { if let canvas { chafa_canvas_unref(canvas) } }

    func paint(
        _ pixels: [UInt8],
        columns: Int,
        rows: Int,
        into cells: UnsafeMutablePointer<cpicture_cell>
    ) {
        prepare(columns: columns, rows: rows)
        let width = columns * grain.width
        chafa_canvas_draw_all_pixels(
            canvas,
            CHAFA_PIXEL_RGBA8_UNASSOCIATED,
            pixels,
            CInt(width),
            CInt(rows * grain.height),
            CInt(width * 4)
        )
        for row in 0..<rows {
            for column in 0..<columns {
                cells[row * columns + column] = glyph(row: CInt(row), column: CInt(column))
            }
        }
    }

    private func glyph(row: CInt, column: CInt) -> cpicture_cell {
        var foreground: CInt = 0
        var background: CInt = 0
        chafa_canvas_get_colors_at(canvas, column, row, &foreground, &background)
        let glyph = chafa_canvas_get_char_at(canvas, column, row)
        return cpicture_cell(
            glyph: glyph == 0 ? 0x20 : glyph,
            foreground: colour(foreground),
            background: colour(background)
        )
    }

    private func colour(_ packed: CInt) -> Int32 {
        guard packed >= 0, colours == depthIndexed else { return max(-1, packed) }
        return cpicture_index256(packed >> 16 & 255, packed >> 8 & 255, packed & 255)
    }

    private func prepare(columns: Int, rows: Int) {
        guard canvas == nil || columns != self.columns || rows != self.rows else { return }
        if let canvas { chafa_canvas_unref(canvas) }
        self.columns = columns
        self.rows = rows
        let config = chafa_canvas_config_new()
        let symbols = chafa_symbol_map_new()
        defer {
            chafa_symbol_map_unref(symbols)
            chafa_canvas_config_unref(config)
        }
        // Only what every font has, one column wide in every locale.
        for tag in [CHAFA_SYMBOL_TAG_BLOCK, CHAFA_SYMBOL_TAG_BORDER, CHAFA_SYMBOL_TAG_SPACE] {
            chafa_symbol_map_add_by_tags(symbols, tag)
        }
        chafa_canvas_config_set_symbol_map(config, symbols)
        chafa_canvas_config_set_geometry(config, CInt(columns), CInt(rows))
        chafa_canvas_config_set_cell_geometry(config, CInt(cell.width), CInt(cell.height))
        chafa_canvas_config_set_pixel_mode(config, CHAFA_PIXEL_MODE_SYMBOLS)
        chafa_canvas_config_set_canvas_mode(config, CHAFA_CANVAS_MODE_TRUECOLOR)
        chafa_canvas_config_set_work_factor(config, Self.workFactor)
        canvas = chafa_canvas_new(config)
    }
}
