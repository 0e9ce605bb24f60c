import CRenderKernels
import Dispatch
package import Editorial
package import Media
package import Motion

/// Renders a shot's frames from one picture, hung as a plane before the camera.
///
/// The picture is kept in linear light at the sizes the shot needs, and every
/// frame is resampled from it once, at positions told to 1/512 of a pixel.
package final class PlaneRenderer: Sendable {
    package let framing: PlaneFraming
    private let pyramid: PlanePyramid

    /// Prepares a picture for a shot; `source` is not kept.
    ///
    /// - Throws: ``MediaError`` when there is not enough memory.
    /// - Precondition: `source` is rgba8.
    package init(source: Frame, path: CameraPath, output: PixelSize) throws(MediaError) {
        precondition(source.format == .rgba8, "A plane is made from an rgba8 picture.")
        framing = PlaneFraming(path: path, source: source.size, output: output)
        pyramid = try PlanePyramid(source: source, framing: framing)
    }

    /// Renders the frame at a shot time, on all cores; the same bits whatever
    /// their number.
    ///
    /// - Precondition: `frame` has the size the renderer was made for.
    package func render(at time: Double, into frame: Frame) {
        render(at: time, into: frame, rowsPerBand: 16, isPortable: false)
    }

    /// Renders in bands of an even number of rows; portable code leaves the
    /// processor's wide instructions alone.
    func render(at time: Double, into frame: Frame, rowsPerBand: Int, isPortable: Bool) {
        precondition(frame.size == framing.output, "The frame has the size of the film.")
        let map = framing.homography(at: time).values
        let levels = pyramid.levels.map(\.level)
        map.withUnsafeBufferPointer { map in
            levels.withUnsafeBufferPointer { levels in
                guard let map = map.baseAddress, let levels = levels.baseAddress else { return }
                var job = plane_job()
                job.map = map
                job.levels = levels
                job.level_count = Int32(pyramid.levels.count)
                job.width = Int32(frame.size.width)
                job.height = Int32(frame.size.height)
                job.weights = UnsafePointer(PlaneTables.shared.weights)
                job.codes = UnsafePointer(PlaneTables.shared.codes)
                job.portable = isPortable ? 1 : 0
                render(&job, into: frame, rowsPerBand: rowsPerBand)
            }
        }
    }

    private func render(_ job: inout plane_job, into frame: Frame, rowsPerBand: Int) {
        frame.withMutablePlane(0) {
            job.plane0 = $0; job.stride0 = $1
        }
        if frame.format == .yuv420p8 {
            frame.withMutablePlane(1) {
                job.plane1 = $0; job.stride1 = $1
            }
            frame.withMutablePlane(2) {
                job.plane2 = $0; job.stride2 = $1
            }
        }
        let rows = frame.format == .rgba8 ? plane_render_rgba : plane_render_yuv
        let height = frame.size.height
        withUnsafePointer(to: &job) { job in
            // unsafe: bands only read the job, and write rows of their own.
            nonisolated(unsafe) let job = job
            DispatchQueue.concurrentPerform(
                iterations: (height + rowsPerBand - 1) / rowsPerBand
            ) { band in
                let first = band * rowsPerBand
                rows(job, Int32(first), Int32(min(first + rowsPerBand, height)))
            }
        }
        withExtendedLifetime(frame) {}
    }
}
