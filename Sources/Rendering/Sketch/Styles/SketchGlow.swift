import CRenderKernels
import Editorial

/// Light that spreads from what is bright, in cells of `step` pixels.
struct SketchGlow: Sendable {
    var values: [Float]
    let columns: Int
    let rows: Int
    let step: Int
}

extension SketchFinish {
    /// The bright parts of linear light, spread at three widths.
    func bloom() -> SketchGlow {
        let bright = brightness(from: 0.55, to: 1.6)
        var glow = bright
        glow.values = [Float](repeating: 0, count: bright.values.count)
        add(bright, to: &glow, [(5, 0.45), (18, 0.35), (60, 0.35)])
        if scene.reading.lens == .anamorphic { addStreaks(bright, to: &glow) }
        return glow
    }

    /// What is bright in the developed picture, softly spread.
    func halation(from low: Float, sigma: Double) -> SketchGlow {
        let bright = brightness(from: low, to: low + 0.4)
        var glow = bright
        glow.values = [Float](repeating: 0, count: bright.values.count)
        add(bright, to: &glow, [(sigma, 1)])
        return glow
    }

    private func brightness(from low: Float, to high: Float) -> SketchGlow {
        let size = canvas.size, canvas = canvas
        let step = max(1, size.height / 180)
        let columns = (size.width + step - 1) / step, rows = (size.height + step - 1) / step
        var bright = [Float](repeating: 0, count: columns * rows * 3)
        bright.withUnsafeMutableBufferPointer { cells in
            guard let base = cells.baseAddress else { return }
            let target = SharedPlane(pointer: base)
            canvas.bands(of: 0..<rows) { first, end in
                let kernel = canvas.kernelCanvas
                sketch_bright(
                    kernel.rgb,
                    kernel.width,
                    kernel.height,
                    Int32(step),
                    low,
                    high,
                    target.pointer,
                    Int32(columns),
                    Int32(rows),
                    first,
                    end
                )
            }
        }
        return SketchGlow(values: bright, columns: columns, rows: rows, step: step)
    }

    private func add(
        _ bright: SketchGlow,
        to glow: inout SketchGlow,
        _ spreads: [(sigma: Double, weight: Float)]
    ) {
        var scratch = bright.values
        for spread in spreads {
            var values = bright.values
            let cells = Float(spread.sigma * scale / Double(bright.step))
            sketch_blur(&values, &scratch, Int32(bright.columns), Int32(bright.rows), cells)
            sketch_add(&glow.values, values, spread.weight, Int64(values.count))
        }
    }

    /// A long lens of its kind draws lights out sideways, bluish.
    private func addStreaks(_ bright: SketchGlow, to glow: inout SketchGlow) {
        var values = bright.values, scratch = values
        let cells = Float(90 * scale / Double(bright.step))
        sketch_streak(&values, &scratch, Int32(bright.columns), Int32(bright.rows), cells)
        sketch_add_tinted(
            &glow.values,
            values,
            sketch_rgb(r: 0.5, g: 0.9, b: 1.6),
            Int64(values.count / 3)
        )
    }
}
