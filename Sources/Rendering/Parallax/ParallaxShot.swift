import CRenderKernels
import Editorial

/// One frame on its way from a scene to its samples.
struct ParallaxShot {
    let scene: ParallaxScene
    let view: parallax_view
    /// nil where everything is sharp.
    let lens: ParallaxLens?
    /// The kernel's filter: 0 is the sharpest, less than 0 is bilinear.
    let filter: Int
    let isPortable: Bool

    /// Works out the light of the frame on all cores, in bands of an even number
    /// of rows; returns where it lies.
    func render(with bench: ParallaxBench, rowsPerBand: Int) -> UnsafeMutablePointer<UInt16> {
        var job = parallax_job()
        job.scene = scene.layers
        job.view = view
        job.bench = bench.seeds
        job.weights = UnsafePointer(PlaneTables.shared.weights)
        job.width = Int32(bench.size.width)
        job.height = Int32(bench.size.height)
        job.out = bench.light
        job.out_stride = Int64(bench.stride)
        job.depth = lens == nil ? nil : bench.focus?.depth
        job.filter = Int32(filter)
        job.portable = isPortable ? 1 : 0
        defer { withExtendedLifetime(scene) {} }
        return run(job, bench, rowsPerBand: rowsPerBand)
    }

    private func run(
        _ job: parallax_job,
        _ bench: ParallaxBench,
        rowsPerBand: Int
    ) -> UnsafeMutablePointer<UInt16> {
        withUnsafePointer(to: job) { job in
            // unsafe: bands only read what this points to, and write rows of their own.
            nonisolated(unsafe) let job = job
            // Every band of seeds looks over the whole scene, so there are few.
            bench.rows(128) { first, end in
                parallax_seed(job, first, end)
                parallax_settle(job, first, end)
            }
            bench.rows(rowsPerBand) { parallax_render(job, $0, $1) }
        }
        guard let lens, let room = bench.focus else { return bench.light }
        lens.blur(bench, room, rowsPerBand: rowsPerBand)
        return room.light
    }
}
