import CRenderKernels
import Editorial

extension SketchFinish {
    /// The rows of cells that a picture is set in, and the colours it is given.
    private static let cellRows = 144
    private static let colourCount: Int32 = 28

    /// Squares in a few colours, dithered.
    func setMosaic(_ target: SketchTarget) {
        let plate = plate(), size = canvas.size, canvas = canvas
        let side = Float(max(1, Double(size.height) / Double(Self.cellRows)))
        let columns = max(1, Int((Float(size.width) / side).rounded(.up)))
        let rows = max(1, Int((Float(size.height) / side).rounded(.up)))
        let cells = SketchPlane(count: columns * rows * 3),
            depths = SketchPlane(count: columns * rows)
        canvas.bands(of: 0..<rows) { first, end in
            let kernel = canvas.kernelCanvas
            sketch_cells(
                kernel.rgb,
                kernel.z,
                kernel.width,
                kernel.height,
                side,
                cells.pointer,
                depths.pointer,
                Int32(columns),
                Int32(rows),
                first,
                end
            )
        }
        guard !canvas.wasCancelled else { return }
        var colours = [Float](repeating: 0, count: Int(Self.colourCount) * 3)
        var order = [Int32](repeating: 0, count: columns * rows)
        sketch_palette(cells.pointer, Int32(columns * rows), Self.colourCount, &colours, &order)
        let palette = colours
        paint(plate, target) { raw, first, end in
            palette.withUnsafeBufferPointer {
                sketch_mosaic(
                    raw,
                    cells.pointer,
                    depths.pointer,
                    side,
                    Int32(columns),
                    Int32(rows),
                    $0.baseAddress,
                    Self.colourCount,
                    canvas.spareDistance,
                    first,
                    end
                )
            }
        }
        canvas.swapDistances()
    }
}
