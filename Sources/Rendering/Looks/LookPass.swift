import CRenderKernels
import Editorial
import Media
import Motion

/// One frame on its way through a look.
struct LookPass {
    let renderer: LookRenderer
    let bench: LookBench
    let index: FrameIndex
    let rowsPerBand: Int
    let isPortable: Bool

    var look: LookRecipe { renderer.look }
    var stills: LookStills { renderer.stills }
    var random: LookRandom { renderer.random }
    var size: PixelSize { renderer.size }
    /// The number of the picture that is shown, which holds may keep back.
    var held: FrameIndex { renderer.clock.held(index) }
    var heldSeconds: Double { renderer.clock.seconds(held) }
    var seconds: Double { renderer.clock.seconds(index) }
    var height: Double { Double(size.height) }
    var aspect: Double { Double(size.width) / Double(size.height) }

    /// Takes the frame into linear light, through every stage, and back.
    func run(on frame: Frame) {
        let light = bench.picture(0)
        let needsWholeLight = !look.particles.isEmpty || spreads
        frame.withMutablePlane { bytes, stride in
            // unsafe: bands read and write rows of their own.
            nonisolated(unsafe) let bytes = bytes
            if needsWholeLight {
                bands { decode(bytes, stride, light, $0, $1) }
                drawAir(over: light)
            }
            let layers = spreadLight(of: light)
            if changesPlaces {
                bands { first, end in
                    if !needsWholeLight { decode(bytes, stride, light, first, end) }
                    develop(light, layers, first, end)
                }
                let picture = filmed(drawn(light))
                finish(picture, bytes, stride)
            } else {
                // All the rest knows its own pixel alone: a band stays in the cache.
                var finishing = finishJob(light, bytes, stride)
                withDirt(&finishing) { finishing in
                    // unsafe: bands only read the job.
                    nonisolated(unsafe) let finishing = finishing
                    bands { first, end in
                        if !needsWholeLight { decode(bytes, stride, light, first, end) }
                        develop(light, layers, first, end)
                        look_finish(finishing, first, end)
                    }
                }
            }
        }
    }

    /// Whether light leaves its pixel.
    private var spreads: Bool {
        !look.blooms.isEmpty || !look.halations.isEmpty || look.lens.isAtWork
    }

    /// Whether a pixel of the result depends on others of the developed picture.
    private var changesPlaces: Bool {
        look.drawing != nil || look.optics != LookOptics() || look.tape != nil
            || look.digital != nil || look.gate.moves
    }

    func bands(_ body: @Sendable (Int32, Int32) -> Void) {
        LookBands.run(size.height, rowsPerBand, body)
    }

    private func decode(
        _ bytes: UnsafeMutablePointer<UInt8>,
        _ stride: Int,
        _ light: look_picture,
        _ first: Int32,
        _ end: Int32
    ) {
        let gain = stills.gain
        withUnsafeBytes(of: gain) { gain in
            guard let gain = gain.assumingMemoryBound(to: Float.self).baseAddress else { return }
            look_decode(bytes, stride, gain, light, first, end)
        }
    }

    private func develop(
        _ light: look_picture,
        _ layers: LookLayers,
        _ first: Int32,
        _ end: Int32
    ) {
        var job = look_develop_job()
        job.light = light
        job.out = light
        job.add = layers.add
        job.halo = layers.halo
        job.leak = layers.leak
        guard let table = stills.table else { return look_develop(&job, first, end) }
        table.withTable(isPortable: isPortable) { table in
            job.table = table
            look_develop(&job, first, end)
        }
    }

    private func finish(
        _ picture: look_picture,
        _ bytes: UnsafeMutablePointer<UInt8>,
        _ stride: Int
    ) {
        var job = finishJob(picture, bytes, stride)
        withDirt(&job) { job in
            // unsafe: as above.
            nonisolated(unsafe) let job = job
            bands { look_finish(job, $0, $1) }
        }
    }
}

/// Coarse pictures of light that is added; without values where there is none.
///
/// @unchecked: written before they are handed to any band.
struct LookLayers: @unchecked Sendable {
    var add = look_cells()
    var halo = look_cells()
    var leak = look_cells()
}
