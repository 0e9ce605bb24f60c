import CRenderKernels
import Dispatch
import Editorial
import Foundation
import Media
import Synchronization

/// One size of a picture, in linear light; owns its pixels.
///
/// @unchecked: the pixels are written in `init` and never after, so any number
/// of threads may read them.
final class PlaneLevel: @unchecked Sendable {
    let level: plane_level

    /// Makes the picture smaller by `reduction`: from `base`, a larger level,
    /// where there is one, else from the picture itself.
    init(_ source: Frame, reduction: Double, base: PlaneLevel?) throws(MediaError) {
        let size = source.size.reduced(by: reduction)
        let padding = 2 * PLANE_PAD
        let count = (size.width + padding) * (size.height + padding) * 4
        guard let memory = malloc(count * MemoryLayout<UInt16>.stride) else {
            throw MediaError(outOfMemoryToMoveThrough: source.size)
        }
        level = plane_level(
            pixels: memory.bindMemory(to: UInt16.self, capacity: count),
            stride: Int64(size.width + padding),
            width: Int32(size.width),
            height: Int32(size.height),
            reduction: reduction
        )
        guard fill(from: source, base: base) else {
            throw MediaError(outOfMemoryToMoveThrough: source.size)
        }
        convert_pad([level])
    }

    deinit { free(level.pixels) }

    /// Returns false when there is not enough memory.
    private func fill(from source: Frame, base: PlaneLevel?) -> Bool {
        guard let base else {
            return source.withSource { fill($0, step: level.reduction) }
        }
        return withUnsafePointer(to: base.level) { larger in
            var picture = convert_source()
            picture.level = larger
            picture.width = base.level.width
            picture.height = base.level.height
            return fill(picture, step: level.reduction / base.level.reduction)
        }
    }

    private func fill(_ source: convert_source, step: Double) -> Bool {
        // Every band filters the few rows around it anew, so there are only some.
        let bands = min(8, Int(level.height))
        let isComplete = Mutex(true)
        withUnsafePointer(to: level) { target in
            withUnsafePointer(to: source) { source in
                // Bands only read what these point to, and write rows of their own.
                nonisolated(unsafe) let (target, source) = (target, source)
                let height = Int(target.pointee.height)
                DispatchQueue.concurrentPerform(iterations: bands) { band in
                    let rows = (Int32(height * band / bands), Int32(height * (band + 1) / bands))
                    if convert_reduce(source, target, step, rows.0, rows.1) != 0 {
                        isComplete.withLock { $0 = false }
                    }
                }
            }
        }
        return isComplete.withLock { $0 }
    }
}

extension MediaError {
    init(outOfMemoryToMoveThrough size: PixelSize) {
        self.init(
            kind: .outOfMemory,
            message: "There is not enough memory to move through a picture of \(size) pixels; "
                + "use a smaller one."
        )
    }
}
