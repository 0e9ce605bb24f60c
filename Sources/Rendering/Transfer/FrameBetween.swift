import CRenderKernels
import Dispatch
import Editorial
import Media
import Motion

/// Makes frames between two of a film by their motion; owns its memory.
final class FrameBetween {
    private let size: PixelSize
    private var earlier: MotionPyramid
    private var later: MotionPyramid
    private let forward: MotionField
    private let backward: MotionField
    private let choices: UnsafeMutablePointer<transfer_choice>
    /// The numbers of the two frames whose motion is known.
    private var known: (earlier: Int, later: Int)?
    private var isCut = false

    init(size: PixelSize) throws(MediaError) {
        self.size = size
        earlier = try MotionPyramid(size: size)
        later = try MotionPyramid(size: size)
        forward = MotionField(earlier.levels)
        backward = MotionField(earlier.levels)
        choices = .allocate(capacity: forward.columns * forward.rows)
    }

    deinit { choices.deallocate() }

    /// Writes the frame at a time, between 0 and 1, from one frame to the next.
    ///
    /// Across a cut it is the nearer one.
    ///
    /// - Precondition: The frames have one size and format.
    func render(
        _ time: Double,
        from first: Frame,
        number: Int,
        to second: Frame,
        into target: Frame,
        isPortable: Bool = false
    ) {
        learn(first, number, second, isPortable)
        guard !isCut else { return copy(time < 0.5 ? first : second, into: target) }
        choose(time, isPortable)
        for plane in 0..<target.format.planeCount {
            blend(plane, time, first, second, target, isPortable)
        }
    }

    private func learn(_ first: Frame, _ number: Int, _ second: Frame, _ isPortable: Bool) {
        if let known, known == (number, number + 1) { return }
        if known?.later == number {
            swap(&earlier, &later)
        } else {
            earlier.fill(first)
            forward.forget()
            backward.forget()
        }
        later.fill(second)
        forward.search(from: earlier, to: later, isPortable: isPortable)
        backward.search(from: later, to: earlier, isPortable: isPortable)
        isCut = forward.isCut(backward) && backward.isCut(forward)
        known = (number, number + 1)
    }

    private func choose(_ time: Double, _ isPortable: Bool) {
        let camera = forward.camera?.values ?? []
        withUnsafePointer(to: earlier.levels[0]) { earlier in
            withUnsafePointer(to: later.levels[0]) { later in
                camera.withUnsafeBufferPointer { numbers in
                    let between = transfer_between(
                        earlier: earlier,
                        later: later,
                        forward: forward.vectors,
                        backward: backward.vectors,
                        camera: camera.isEmpty ? nil : numbers.baseAddress,
                        columns: Int32(forward.columns),
                        rows: Int32(forward.rows),
                        time: time,
                        choices: choices,
                        portable: isPortable ? 1 : 0
                    )
                    FrameBetween.run(between)
                }
            }
        }
    }

    private static func run(_ between: transfer_between) {
        withUnsafePointer(to: between) { between in
            // unsafe: bands only read what this points to, and write rows of their own.
            nonisolated(unsafe) let between = between
            let (rows, band) = (Int(between.pointee.rows), 8)
            DispatchQueue.concurrentPerform(iterations: (rows + band - 1) / band) {
                transfer_choose(between, Int32($0 * band), Int32(min(($0 + 1) * band, rows)))
            }
        }
    }

    private func blend(
        _ plane: Int,
        _ time: Double,
        _ first: Frame,
        _ second: Frame,
        _ target: Frame,
        _ isPortable: Bool
    ) {
        let size = target.planeSize(plane)
        let isHalf = plane > 0
        first.withPlane(plane) { earlier, earlierStride in
            second.withPlane(plane) { later, laterStride in
                target.withMutablePlane(plane) { result, resultStride in
                    let blend = transfer_blend(
                        earlier: earlier,
                        later: later,
                        result: result,
                        earlier_stride: earlierStride,
                        later_stride: laterStride,
                        result_stride: resultStride,
                        width: Int32(size.width),
                        height: Int32(size.height),
                        step: target.format == .rgba8 ? 4 : 1,
                        cell: Int32(TRANSFER_CELL) / (isHalf ? 2 : 1),
                        choices: choices,
                        columns: Int32(forward.columns),
                        rows: Int32(forward.rows),
                        time: time,
                        portable: isPortable ? 1 : 0
                    )
                    FrameBetween.run(blend)
                }
            }
        }
    }

    private static func run(_ blend: transfer_blend) {
        withUnsafePointer(to: blend) { blend in
            // unsafe: rows of tiles only read what this points to, and write rows of their own.
            nonisolated(unsafe) let blend = blend
            DispatchQueue.concurrentPerform(iterations: Int(blend.pointee.rows) + 1) {
                transfer_blend_tiles(blend, Int32($0))
            }
        }
    }
}

/// Copies a frame's pixels into another of its size and format.
func copy(_ source: Frame, into target: Frame) {
    for plane in 0..<source.format.planeCount {
        let size = source.planeSize(plane)
        let width = source.format == .rgba8 ? size.width * 4 : size.width
        source.withPlane(plane) { from, fromStride in
            target.withMutablePlane(plane) { to, toStride in
                for row in 0..<size.height {
                    (to + row * toStride).update(from: from + row * fromStride, count: width)
                }
            }
        }
    }
}
