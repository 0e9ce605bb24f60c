import CRenderKernels
import Editorial

extension SketchFinish {
    /// Strokes of three sizes along what is seen, lit as thick paint is.
    func paintStrokes(_ target: SketchTarget) {
        let plate = plate(), canvas = canvas, size = canvas.size
        let step = max(1, size.height / 240)
        let columns = (size.width + step - 1) / step, rows = (size.height + step - 1) / step
        var flow = [Float](repeating: 0, count: columns * rows * 3), scratch = flow
        sketch_flow(
            plate.lights.pointer,
            Int32(size.width),
            Int32(size.height),
            Int32(step),
            &flow,
            &scratch,
            Int32(columns),
            Int32(rows)
        )
        let middling = sketch_flow_detail(flow, Int64(columns * rows), 0.5)
        let fine = sketch_flow_detail(flow, Int64(columns * rows), 0.78)
        let relief = SketchPlane(count: size.area), cells = flow
        // Strokes reach far beyond a band, so bands are few.
        paint(plate, target, bandsPerLane: 2) { raw, first, end in
            cells.withUnsafeBufferPointer {
                sketch_strokes(
                    raw,
                    $0.baseAddress,
                    Int32(step),
                    Int32(columns),
                    Int32(rows),
                    middling,
                    fine,
                    canvas.spare,
                    relief.pointer,
                    first,
                    end
                )
            }
        }
        canvas.swap()
        paint(plate, target) { sketch_impasto($0, relief.pointer, $1, $2) }
    }
}
