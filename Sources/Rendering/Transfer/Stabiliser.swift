import CRenderKernels
import Dispatch
package import Editorial
import Foundation
package import Media
import Motion

/// Moves a film's frames as a ``Stabilisation`` plans; one owner at a time.
///
/// Frames are resampled once, in linear light.
package final class Stabiliser {
    package let plan: Stabilisation
    private let size: PixelSize
    private let level: plane_level

    /// Prepares for frames of a size that has the film's own shape.
    ///
    /// - Throws: ``MediaError`` when there is not enough memory.
    package init(_ plan: Stabilisation, size: PixelSize) throws(MediaError) {
        self.plan = plan
        self.size = size
        let padding = 2 * PLANE_PAD
        let count = (size.width + padding) * (size.height + padding) * 4
        guard let memory = malloc(count * MemoryLayout<UInt16>.stride) else {
            throw MediaError(
                kind: .outOfMemory,
                message: "There is not enough memory to steady frames of \(size) pixels; "
                    + "use smaller ones."
            )
        }
        level = plane_level(
            pixels: memory.bindMemory(to: UInt16.self, capacity: count),
            stride: Int64(size.width + padding),
            width: Int32(size.width),
            height: Int32(size.height),
            reduction: 1
        )
    }

    deinit { free(level.pixels) }

    /// Writes a steadied frame, on all cores; the same bits whatever their number.
    ///
    /// `index` is the frame's number in the film that the plan was made of;
    /// beyond its last frame, the last frame's move is made. `target` is of any
    /// format.
    ///
    /// - Precondition: Both frames have the stabiliser's size, and `source` is rgba8.
    package func render(_ index: FrameIndex, of source: Frame, into target: Frame) {
        precondition(source.format == .rgba8, "Frames are steadied from rgba8.")
        precondition(source.size == size && target.size == size, "A film's frames have one size.")
        load(source)
        let place = min(max(index.value, 0), plan.maps.count - 1)
        let scale = (
            x: Double(size.width) / Double(plan.size.width),
            y: Double(size.height) / Double(plan.size.height)
        )
        let map = place < 0 ? Homography.identity : plan.maps[place].scaled(scale.x, scale.y)
        var seen = PlaneSight(of: size)
        seen.passes = [plane_pass(map, swell: 0)]
        seen.levels = [level]
        seen.render(into: target, how: .standard)
    }

    private func load(_ source: Frame) {
        source.withPlane { pixels, stride in
            // unsafe: bands only read the frame, and write rows of their own.
            nonisolated(unsafe) let (pixels, level) = (pixels, level)
            inBands { rows in
                withUnsafePointer(to: level) {
                    transfer_load_linear(
                        pixels,
                        stride,
                        $0,
                        Int32(rows.lowerBound),
                        Int32(rows.upperBound)
                    )
                }
            }
        }
        withUnsafePointer(to: level) { convert_pad($0) }
    }

    private func inBands(_ body: @Sendable (Range<Int>) -> Void) {
        let rows = 16
        let height = size.height
        DispatchQueue.concurrentPerform(iterations: (height + rows - 1) / rows) { band in
            body(band * rows..<min((band + 1) * rows, height))
        }
    }
}
