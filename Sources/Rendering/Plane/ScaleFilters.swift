import CRenderKernels
import Editorial
import Synchronization

/// Room for the filters of every row and column of a frame, for as many moments
/// as one frame may show.
///
/// @unchecked: whoever has taken one from ``ScaleFilterPool`` has it alone.
final class ScaleFilters: @unchecked Sendable {
    private let size: PixelSize
    private var passes: [scale_pass] = []

    init(size: PixelSize) { self.size = size }

    deinit {
        for pass in passes {
            for axis in [pass.across, pass.down] {
                axis.own.deallocate()
                axis.weights.deallocate()
            }
        }
    }

    /// Fills the filters for some views of levels and lends them to `body`.
    func with(
        _ views: [ScaleView],
        isCoarse: Bool,
        _ body: (UnsafePointer<scale_pass>, _ count: Int) -> Void
    ) {
        while passes.count < views.count { passes.append(makePass(views[0].level)) }
        let coarse: Int32 = isCoarse ? 1 : 0
        for (index, view) in views.enumerated() {
            passes[index].level = view.level
            let (width, height) = (Int32(size.width), Int32(size.height))
            scale_fill_axis(&passes[index].across, width, view.scale.x, view.offset.x, coarse)
            scale_fill_axis(&passes[index].down, height, view.scale.y, view.offset.y, coarse)
        }
        passes.withUnsafeBufferPointer { passes in
            guard let first = passes.baseAddress else { return }
            body(first, views.count)
        }
    }

    private func makePass(_ level: UnsafePointer<scale_level>) -> scale_pass {
        scale_pass(level: level, across: makeAxis(size.width), down: makeAxis(size.height))
    }

    private func makeAxis(_ count: Int) -> scale_axis {
        scale_axis(
            taps: 0,
            rings: 0,
            own: .allocate(capacity: count),
            weights: .allocate(capacity: count * SCALE_TAPS)
        )
    }
}

/// What of a level a frame shows: pixel x of the frame the level's place
/// `scale` · (x + 0.5) + `offset`.
struct ScaleView {
    let level: UnsafePointer<scale_level>
    let scale: SIMD2<Double>
    let offset: SIMD2<Double>
}

/// Filters that are used again, so that a frame allocates nothing.
final class ScaleFilterPool: Sendable {
    private let size: PixelSize
    private let idle = Mutex<[ScaleFilters]>([])

    init(size: PixelSize) { self.size = size }

    func with(_ body: (ScaleFilters) -> Void) {
        let filters = idle.withLock { $0.popLast() } ?? ScaleFilters(size: size)
        body(filters)
        idle.withLock { $0.append(filters) }
    }
}
