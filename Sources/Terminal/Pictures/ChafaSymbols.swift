import CChafa
import CPictureKernels
import Input

/// The glyph that fits best in each cell, chosen by libchafa.
///
/// Owns a canvas, made anew when the extent changes.
final class ChafaSymbols: GlyphPainter {
    let grain = CellPixels(width: 4, height: 8)
    private let cell: CellPixels
    private var canvas: OpaquePointer?
    private var extent = CellSize(columns: 0, rows: 0)
    private var isThorough = false

    init(cell: CellPixels) { self.cell = cell }

    deinit { if let canvas { chafa_canvas_unref(canvas) } }

    func paint(_ job: GlyphJob, into cells: UnsafeMutablePointer<cpicture_cell>) {
        prepare(CellSize(columns: job.columns, rows: job.rows), isThorough: job.isStill)
        let width = job.columns * grain.width
        chafa_canvas_draw_all_pixels(
            canvas,
            CHAFA_PIXEL_RGBA8_UNASSOCIATED,
            job.pixels,
            CInt(width),
            CInt(job.rows * grain.height),
            CInt(width * 4)
        )
        for row in 0..<job.rows {
            for column in 0..<job.columns {
                cells[row * job.columns + column] = glyph(
                    row: CInt(row),
                    column: CInt(column),
                    coding: job.coding
                )
            }
        }
    }

    private func glyph(row: CInt, column: CInt, coding: CInt) -> cpicture_cell {
        var foreground: CInt = 0
        var background: CInt = 0
        chafa_canvas_get_colors_at(canvas, column, row, &foreground, &background)
        let glyph = chafa_canvas_get_char_at(canvas, column, row)
        return cpicture_cell(
            glyph: glyph == 0 ? 0x20 : glyph,
            foreground: colour(foreground, coding),
            background: colour(background, coding)
        )
    }

    private func colour(_ packed: CInt, _ coding: CInt) -> Int32 {
        guard packed >= 0 else { return -1 }
        return cpicture_colour(packed >> 16 & 255, packed >> 8 & 255, packed & 255, coding)
    }

    private func prepare(_ extent: CellSize, isThorough: Bool) {
        guard canvas == nil || extent != self.extent || isThorough != self.isThorough
        else { return }
        if let canvas { chafa_canvas_unref(canvas) }
        self.extent = extent
        self.isThorough = isThorough
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
        chafa_canvas_config_set_geometry(config, CInt(extent.columns), CInt(extent.rows))
        chafa_canvas_config_set_cell_geometry(config, CInt(cell.width), CInt(cell.height))
        chafa_canvas_config_set_pixel_mode(config, CHAFA_PIXEL_MODE_SYMBOLS)
        chafa_canvas_config_set_canvas_mode(config, CHAFA_CANVAS_MODE_TRUECOLOR)
        // How hard to look for the best glyph; more costs too much for motion.
        chafa_canvas_config_set_work_factor(config, isThorough ? 0.5 : 0.1)
        canvas = chafa_canvas_new(config)
    }
}
