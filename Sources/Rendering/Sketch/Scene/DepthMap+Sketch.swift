import CRenderKernels
import Editorial

extension DepthMap {
    /// Reads the map off a finished canvas; nil when its painting was cancelled.
    init?(of canvas: SketchCanvas) {
        let area = canvas.size.area
        guard !canvas.wasCancelled else { return nil }
        let closest = sketch_nearest(canvas.distance, Int64(area))
        var values = [Float](repeating: 0, count: area)
        values.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            let target = SharedPlane(pointer: base)
            canvas.rows { kernel, first, end in
                sketch_depth(
                    kernel.z,
                    kernel.width,
                    kernel.height,
                    closest,
                    target.pointer,
                    first,
                    end
                )
            }
        }
        guard !canvas.wasCancelled else { return nil }
        self.init(size: canvas.size, nearness: values)
    }
}
