import CRenderKernels
import Editorial
import Media
import Motion

/// A picture that the camera faces squarely: it pans along it, zooms and
/// dollies, so that every row and every column has one filter.
///
/// Positions are as exact as a Double.
final class StraightPlane: Plane {
    private let framing: PlaneFraming
    /// From the largest to the smallest.
    private let levels: [ScaleLevel]
    /// The levels once more, where the kernel finds them.
    private let shelf: LevelShelf
    private let pool: ScaleFilterPool
    private let mean: MeanLight?

    init(source: Frame, framing: PlaneFraming) throws(MediaError) {
        self.framing = framing
        var levels: [ScaleLevel] = []
        for reduction in ScaleLevel.reductions(for: framing.straightReductions) {
            levels.append(
                try ScaleLevel(
                    source,
                    reduction: reduction,
                    base: levels.last,
                    mirrorsEdge: framing.mirrorsEdge
                )
            )
        }
        self.levels = levels
        shelf = LevelShelf(levels)
        pool = ScaleFilterPool(size: framing.output)
        mean = framing.fades ? MeanLight(of: source) : nil
    }

    func render(_ times: [Double], isCoarse: Bool, into frame: Frame, how: RowBands) {
        let views = times.map { view(at: $0) }
        pool.with { filters in
            filters.with(views, isCoarse: isCoarse) { passes, count in
                var job = scale_job(
                    frame: plane_frame(frame, fade: mean?.fade(framing, times)),
                    passes: passes,
                    pass_count: Int32(count),
                    mirrors: framing.mirrorsEdge ? 1 : 0,
                    portable: how.isPortable ? 1 : 0
                )
                withUnsafePointer(to: &job) { job in
                    // unsafe: bands only read the job, and write rows of their own.
                    nonisolated(unsafe) let job = job
                    how.forEach(of: frame.size.height) { scale_render(job, $0, $1) }
                }
            }
        }
        withExtendedLifetime((frame, levels)) {}
    }

    /// Finds the level to read at a shot time, and what of it is seen.
    private func view(at time: Double) -> ScaleView {
        let m = framing.homography(at: time).values
        let scale = SIMD2(m[0], m[4]) / m[8]
        let offset = SIMD2(m[2], m[5]) / m[8]
        let index = levels.lastIndex {
            scale.min() / $0.level.reduction >= 2.0.squareRoot() - 1e-9
        }
        let level = shelf[index ?? 0]
        let reduction = level.pointee.reduction
        return ScaleView(level: level, scale: scale / reduction, offset: offset / reduction)
    }
}

/// The levels' descriptions at places that do not move.
///
/// @unchecked: written in `init` and never after.
private final class LevelShelf: @unchecked Sendable {
    private let levels: UnsafeMutablePointer<scale_level>

    init(_ levels: [ScaleLevel]) {
        self.levels = .allocate(capacity: levels.count)
        for (index, level) in levels.enumerated() {
            (self.levels + index).initialize(to: level.level)
        }
    }

    deinit { levels.deallocate() }

    subscript(_ index: Int) -> UnsafePointer<scale_level> { UnsafePointer(levels + index) }
}

extension PlaneFraming {
    /// How many pixels of the source, side by side, become one of the frame:
    /// the least and the most along either axis.
    fileprivate var straightReductions: ClosedRange<Double> {
        let scales = sampleTimes.flatMap { time in
            let m = homography(at: time).values
            return [m[0] / m[8], m[4] / m[8]]
        }
        return (scales.min() ?? 1)...(scales.max() ?? 1)
    }
}
