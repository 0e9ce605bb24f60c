import CRenderKernels
import Editorial
import Foundation
import Media
import Synchronization

/// One size of a picture in linear light, a channel after the other; owns its samples.
///
/// @unchecked: the samples are written in `init` and never after, so any
/// number of threads may read them.
final class ScaleLevel: @unchecked Sendable {
    let level: scale_level

    /// Makes the picture smaller by `reduction`: from `base`, a larger level,
    /// where there is one, else from the picture itself.
    init(
        _ source: Frame,
        reduction: Double,
        base: ScaleLevel?,
        mirrorsEdge: Bool
    ) throws(MediaError) {
        let size = source.size.reduced(by: reduction)
        let padding = SCALE_PAD
        var stride = (size.width + 31) / 32 * 32 + 2 * padding
        // Rows a page apart would share one set of the cache.
        if stride.isMultiple(of: 1024) { stride += 32 }
        let count = stride * size.height * 3
        let bytes = count * MemoryLayout<Int16>.stride
        guard let memory = aligned_alloc(64, bytes) else {
            throw MediaError(outOfMemoryToMoveThrough: source.size)
        }
        level = scale_level(
            samples: memory.bindMemory(to: Int16.self, capacity: count),
            stride: Int64(stride),
            channel: Int64(stride * size.height),
            width: Int32(size.width),
            height: Int32(size.height),
            reduction: reduction
        )
        guard fill(from: source, base: base, mirrors: mirrorsEdge ? 1 : 0) else {
            throw MediaError(outOfMemoryToMoveThrough: source.size)
        }
    }

    deinit { free(level.samples) }

    /// Returns false when there is not enough memory.
    private func fill(from source: Frame, base: ScaleLevel?, mirrors: Int32) -> Bool {
        if let base {
            return withUnsafePointer(to: base.level) { larger in
                var picture = convert_source()
                picture.sheets = larger
                picture.width = base.level.width
                picture.height = base.level.height
                return fill(picture, step: level.reduction / base.level.reduction, mirrors: mirrors)
            }
        }
        return source.withSource { fill($0, step: level.reduction, mirrors: mirrors) }
    }

    private func fill(_ source: convert_source, step: Double, mirrors: Int32) -> Bool {
        let isComplete = Mutex(true)
        withUnsafePointer(to: level) { target in
            withUnsafePointer(to: source) { source in
                // unsafe: bands only read what these point to, and write rows of their own.
                nonisolated(unsafe) let (target, source) = (target, source)
                let height = Int(target.pointee.height)
                // Every band filters the few rows around it anew, so there are only some.
                let bands = RowBands(height: max(2, (height + 7) / 8), isPortable: false)
                bands.forEach(of: height) { first, end in
                    if convert_split(source, target, step, mirrors, first, end) != 0 {
                        isComplete.withLock { $0 = false }
                    }
                }
            }
        }
        return isComplete.withLock { $0 }
    }
}

extension ScaleLevel {
    /// Returns the reductions at which to keep a picture that is shown within a
    /// range of them.
    ///
    /// Every frame is read from a level that has 1.4 to 2 of its pixels for one
    /// of the frame's, or from the picture itself: nearer to one for one, places
    /// between two pixels would be softer than those on a pixel, and a slow
    /// zoom would shimmer.
    static func reductions(for range: ClosedRange<Double>) -> [Double] {
        let (low, high) = (range.lowerBound, range.upperBound)
        if high <= 2 { return [1] }
        if high / low <= 2.0.squareRoot() { return [high / 2] }
        var reductions = [max(1, low / 2.0.squareRoot())]
        while let last = reductions.last, high / last > 2 {
            reductions.append(last * 2.0.squareRoot())
        }
        return reductions
    }
}

extension PixelSize {
    /// Whole pixels are kept at the exact reduction, so that a film of this size
    /// reads them one for one; the last may therefore lie partly outside.
    func reduced(by reduction: Double) -> PixelSize {
        func side(_ pixels: Int) -> Int {
            max(1, Int((Double(pixels) / reduction - 1e-6).rounded(.up)))
        }
        return PixelSize(width: side(width), height: side(height))
    }
}
