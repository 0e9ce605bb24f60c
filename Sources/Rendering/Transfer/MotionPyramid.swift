import CRenderKernels
import Dispatch
import Editorial
import Foundation
import Media

/// The brightness of a frame at four sizes, each half the one before; owns
/// its pixels.
final class MotionPyramid {
    static let depth = 4

    private(set) var levels: [transfer_level] = []
    private var memory: [UnsafeMutablePointer<UInt8>] = []

    init(size: PixelSize) throws(MediaError) {
        let padding = 2 * Int(TRANSFER_PAD)
        for depth in 0..<MotionPyramid.depth {
            let width = max(1, size.width >> depth)
            let height = max(1, size.height >> depth)
            let stride = width + padding
            guard let bytes = malloc(stride * (height + padding)) else {
                throw MediaError(outOfMemoryBetween: size)
            }
            let pixels = bytes.assumingMemoryBound(to: UInt8.self)
            memory.append(pixels)
            levels.append(
                transfer_level(
                    pixels: pixels + Int(TRANSFER_PAD) * stride + Int(TRANSFER_PAD),
                    stride: Int64(stride),
                    width: Int32(width),
                    height: Int32(height)
                )
            )
        }
    }

    deinit { memory.forEach { free($0) } }

    func fill(_ frame: Frame) {
        let isGrey = frame.format != .rgba8
        frame.withPlane(0) { plane, stride in
            // unsafe: bands only read the frame, and write rows of their own.
            nonisolated(unsafe) let (plane, level) = (plane, levels[0])
            inBands(of: level) { rows in
                withUnsafePointer(to: level) {
                    let load = isGrey ? transfer_load_plane : transfer_load_rgba
                    load(plane, stride, $0, Int32(rows.lowerBound), Int32(rows.upperBound))
                }
            }
        }
        pad(levels[0])
        for (from, to) in zip(levels, levels.dropFirst()) {
            // unsafe: as above.
            nonisolated(unsafe) let (from, to) = (from, to)
            inBands(of: to) { rows in
                withUnsafePointer(to: from) { from in
                    withUnsafePointer(to: to) {
                        transfer_halve(from, $0, Int32(rows.lowerBound), Int32(rows.upperBound))
                    }
                }
            }
            pad(to)
        }
    }

    private func pad(_ level: transfer_level) {
        withUnsafePointer(to: level) { transfer_pad($0) }
    }

    private func inBands(of level: transfer_level, _ body: @Sendable (Range<Int>) -> Void) {
        let height = Int(level.height)
        let rows = 64
        DispatchQueue.concurrentPerform(iterations: (height + rows - 1) / rows) { band in
            body(band * rows..<min((band + 1) * rows, height))
        }
    }
}

extension MediaError {
    init(outOfMemoryBetween size: PixelSize) {
        self.init(
            kind: .outOfMemory,
            message: "There is not enough memory for frames between those of \(size) pixels; "
                + "use smaller ones."
        )
    }
}
