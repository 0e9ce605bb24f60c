import CRenderKernels
import Editorial
import Media

/// Turns the light on a canvas into a picture in a style.
///
/// One painterly pass joins all layers in one hand before anything glows.
struct SketchFinish: Sendable {
    let canvas: SketchCanvas
    let look: sketch_look

    /// Radii of the styles are given for this many rows.
    private static let referenceRows = 720.0

    func develop(into frame: Frame) {
        paintOver()
        let bloom = glow()
        let look = look
        frame.withMutablePlane { bytes, stride in
            let target = SendableBytes(pointer: bytes)
            canvas.rows { canvas, first, end in
                var look = look
                bloom.values.withUnsafeBufferPointer { cells in
                    sketch_develop(
                        canvas.rgb,
                        canvas.z,
                        canvas.width,
                        canvas.height,
                        cells.baseAddress,
                        Int32(bloom.columns),
                        Int32(bloom.rows),
                        Int32(bloom.step),
                        &look,
                        target.pointer,
                        Int64(stride),
                        first,
                        end
                    )
                }
            }
        }
    }

    private var scale: Double { Double(canvas.size.height) / Self.referenceRows }

    private func paintOver() {
        let canvas = canvas, look = look
        let amount = Float(Double(look.wobble) * scale)
        canvas.rows { kernel, first, end in
            sketch_wobble(kernel, canvas.spare, amount, 45, 5, first, end)
        }
        canvas.swap()
        let radius = Int32((Double(look.paint_radius) * scale).rounded())
        guard radius > 0 else { return }
        canvas.rows { kernel, first, end in
            sketch_kuwahara(
                kernel.rgb,
                canvas.spare,
                kernel.width,
                kernel.height,
                min(radius, 48),
                look.paint_mix,
                first,
                end
            )
        }
        canvas.swap()
    }

    /// The bright parts, spread at three widths, in cells of about a 180th of
    /// the height.
    private func glow() -> (values: [Float], columns: Int, rows: Int, step: Int) {
        let size = canvas.size, canvas = canvas
        let step = max(1, size.height / 180)
        let columns = (size.width + step - 1) / step, rows = (size.height + step - 1) / step
        let count = columns * rows * 3
        var bright = [Float](repeating: 0, count: count)
        bright.withUnsafeMutableBufferPointer { cells in
            guard let base = cells.baseAddress else { return }
            let target = SendableFloats(pointer: base)
            canvas.bands(of: 0..<rows) { first, end in
                let kernel = canvas.kernelCanvas
                sketch_bright(
                    kernel.rgb,
                    kernel.width,
                    kernel.height,
                    Int32(step),
                    target.pointer,
                    Int32(columns),
                    Int32(rows),
                    first,
                    end
                )
            }
        }
        var sum = [Float](repeating: 0, count: count)
        var scratch = sum
        for (sigma, weight) in [(5.0, Float(0.45)), (18, 0.35), (60, 0.35)] {
            var spread = bright
            let cells = Float(sigma * scale / Double(step))
            sketch_blur(&spread, &scratch, Int32(columns), Int32(rows), cells)
            for index in 0..<count { sum[index] += spread[index] * weight }
        }
        return (sum, columns, rows, step)
    }
}

/// @unchecked: bands write rows of their own.
private struct SendableBytes: @unchecked Sendable {
    let pointer: UnsafeMutablePointer<UInt8>
}
