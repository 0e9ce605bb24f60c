import CRenderKernels
import Editorial
import Foundation
import Motion
import Synchronization

extension LookPass {
    /// Numbers of the pictures on the bench, beside 0 and 1.
    private enum Pictures {
        static let first = 2, second = 3
    }

    /// Draws a picture; the result lies where the picture lay.
    func drawn(_ picture: look_picture) -> look_picture {
        guard let drawing = look.drawing, drawing.amount > 0 else { return picture }
        if let pixel = drawing.pixel {
            dots(pixel, drawing.amount, over: picture)
            return picture
        }
        var work = picture
        if let wobble = drawing.wobble, wobble.amount > 0 {
            work = spare(work, picture) { input, output in
                let slot = UInt32(truncatingIfNeeded: index.value / max(1, Int(wobble.hold)))
                let seed = random.hash([70, slot])
                rows(input, output) { input, output, first, end in
                    look_wobble(input, output, Float(wobble.amount * height), seed, first, end)
                }
            }
        }
        if drawing.smooth > 0 { work = calmed(work, picture, drawing) }
        if drawing.flow > 0 { work = brushed(work, picture, drawing) }
        if drawing.levels >= 2 {
            if work.pixels == picture.pixels { work = spare(work, picture, copied) }
            posterise(work)
        }
        ink(drawing, work, over: picture)
        return picture
    }

    /// Makes a picture from another, in memory that neither it nor the
    /// original uses.
    private func spare(
        _ work: look_picture,
        _ original: look_picture,
        _ body: (look_picture, look_picture) -> Void
    ) -> look_picture {
        let first = bench.picture(Pictures.first)
        let target = work.pixels == first.pixels ? bench.picture(Pictures.second) : first
        body(work, target)
        return target
    }

    private func rows(
        _ input: look_picture,
        _ output: look_picture,
        _ body: @Sendable (look_picture, look_picture, Int32, Int32) -> Void
    ) {
        bands { body(input, output, $0, $1) }
    }

    private func copied(_ input: look_picture, _ output: look_picture) {
        guard let source = input.pixels else { return }
        output.pixels?.update(from: source, count: size.area * 4)
    }

    private func calmed(
        _ work: look_picture,
        _ original: look_picture,
        _ drawing: LookDrawing
    ) -> look_picture {
        let reach = drawing.smooth * height / 720
        let radius = Int32(max(1, (reach * 0.5).rounded()))
        let across = spare(work, original) { input, output in
            rows(input, output) { look_box_across($0, $1, radius, $2, $3) }
        }
        let means = spare(across, original) { input, output in
            LookBands.run(size.width, 64) { look_box_down(input, output, radius, $0, $1) }
        }
        return spare(means, original) { input, output in
            rows(input, output) { look_calm($0, $1, Float(max(1, reach * 0.6)), $2, $3) }
        }
    }

    private func brushed(
        _ work: look_picture,
        _ original: look_picture,
        _ drawing: LookDrawing
    ) -> look_picture {
        let step = max(1, Int((height / 240).rounded()))
        let run = bench.cells(8, step: step)
        LookBands.run(Int(run.rows), max(1, rowsPerBand / 2)) { look_gather_run(work, run, $0, $1) }
        if let scratch = bench.cells(9, step: step).values { look_blur(run, scratch, 2.4, 2.4) }
        let length = Float(drawing.smooth * 1.6 * drawing.flow * height / 720)
        let seed = random.hash([71])
        let brushed = spare(work, original) { input, output in
            rows(input, output) { look_brush($0, $1, run, length, seed, $2, $3) }
        }
        guard let relief = drawing.relief else { return brushed }
        let angle = relief.angle * .pi / 180
        let (dx, dy) = (Float(cos(angle)), Float(sin(angle)))
        let reach = Float(max(0.5, height / 720))
        return spare(brushed, original) { input, output in
            rows(input, output) {
                look_relief($0, $1, Float(relief.amount * 2.4), dx, dy, reach, $2, $3)
            }
        }
    }

    private func posterise(_ picture: look_picture) {
        stills.levels.withUnsafeBufferPointer { levels in
            guard let base = levels.baseAddress else { return }
            // unsafe: bands only read the levels.
            nonisolated(unsafe) let shared = base
            bands { look_posterise(picture, shared, $0, $1) }
        }
    }

    private func dots(_ pixel: LookDrawing.Pixels, _ amount: Double, over picture: look_picture) {
        let side = Float(max(1, pixel.cell * height))
        let columns = Int((Float(size.width) / side).rounded(.up))
        let rows = Int((Float(size.height) / side).rounded(.up))
        let cells = bench.dots(0, columns: columns, rows: rows)
        LookBands.run(rows, 8) { look_gather_dots(picture, cells, side, $0, $1) }
        let palette =
            renderer.palette.withLock { $0 }
            ?? LookPalette.colours(of: cells, count: Int(pixel.palette))
        let dither = pixel.dither == .bayer4 ? Float(pixel.ditherAmount) : 0
        palette.withUnsafeBufferPointer { colours in
            guard let base = colours.baseAddress else { return }
            // unsafe: bands only read the palette.
            nonisolated(unsafe) let shared = base
            let count = Int32(colours.count / 4)
            LookBands.run(rows, 8) { look_palette(cells, shared, count, dither, $0, $1) }
        }
        bands { look_paint_dots(picture, cells, side, Float(amount), $0, $1) }
    }
}
