import CRenderKernels
import Editorial
import Media

extension Frame {
    /// Writes light into the frame, dithered, on all cores.
    ///
    /// `light` is R, G, B and a number of no meaning, linear, row by row;
    /// `PLANE_WHITE` is white. `stride` counts pixels.
    func show(_ light: UnsafePointer<UInt16>, stride: Int, fade: PlaneFade?, how: RowBands) {
        let picture = plane_picture(
            frame: plane_frame(self, fade: fade),
            light: light,
            stride: Int64(stride),
            portable: how.isPortable ? 1 : 0
        )
        withUnsafePointer(to: picture) { picture in
            // unsafe: bands only read what this points to, and write rows of their own.
            nonisolated(unsafe) let picture = picture
            how.forEach(of: size.height) { plane_show(picture, $0, $1) }
        }
    }
}
