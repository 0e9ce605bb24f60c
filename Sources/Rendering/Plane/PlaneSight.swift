import CRenderKernels
import Editorial
import Media
import Motion

/// What of a picture's levels a frame shows; whoever owns the levels keeps them.
struct PlaneSight {
    private let source: PixelSize
    /// The frame is the mean of what these show.
    var passes: [plane_pass] = []
    /// From the largest to the smallest.
    var levels: [plane_level] = []
    /// Whether what lies beyond the picture is its mirror image, not its edge.
    var mirrorsEdge = false
    var isCoarse = false
    var fade: PlaneFade?

    init(of source: PixelSize) { self.source = source }

    /// Renders on all cores; the same bits whatever their number.
    func render(into frame: Frame, how: RowBands) {
        passes.withUnsafeBufferPointer { passes in
            levels.withUnsafeBufferPointer { levels in
                guard let firstPass = passes.baseAddress, let firstLevel = levels.baseAddress
                else { return }
                let job = plane_job(
                    frame: plane_frame(frame, fade: fade),
                    passes: firstPass,
                    pass_count: Int32(passes.count),
                    levels: firstLevel,
                    level_count: Int32(levels.count),
                    weights: UnsafePointer(PlaneTables.shared.weights),
                    source_width: Double(source.width),
                    source_height: Double(source.height),
                    mirrors: mirrorsEdge ? 1 : 0,
                    coarse: isCoarse ? 1 : 0,
                    portable: how.isPortable ? 1 : 0
                )
                withUnsafePointer(to: job) { job in
                    // unsafe: bands only read the job, and write rows of their own.
                    nonisolated(unsafe) let job = job
                    how.forEach(of: frame.size.height) { plane_render(job, $0, $1) }
                }
            }
        }
        withExtendedLifetime(frame) {}
    }
}

extension plane_pass {
    init(_ map: Homography, swell: Double) {
        let m = map.values
        self.init(map: (m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8]), swell: swell)
    }
}
