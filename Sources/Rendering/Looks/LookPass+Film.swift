import CRenderKernels
import Editorial
import Foundation
import Motion

extension LookPass {
    /// Sends a picture through the optics, tape, signal and gate.
    func filmed(_ picture: look_picture) -> look_picture {
        var picture = picture
        // Film that weaves takes the grain along, but grain is new in every
        // frame: one resampling does for lens and gate, and is sharper.
        if look.optics != LookOptics() || look.gate.moves {
            picture = pass(picture) { warp($0, $1) }
        }
        if let tape = look.tape { picture = pass(picture) { self.tape(tape, $0, $1) } }
        if let digital = look.digital, digital.amount > 0 {
            picture = pass(picture) { self.digital(digital, $0, $1) }
        }
        return picture
    }

    /// Makes a picture from another, into memory that this one does not use.
    func pass(_ picture: look_picture, _ body: (look_picture, look_picture) -> Void)
        -> look_picture
    {
        let target = bench.picture(0).pixels == picture.pixels ? bench.picture(1) : bench.picture(0)
        body(picture, target)
        return target
    }

    private func warp(_ input: look_picture, _ output: look_picture) {
        let gate = look.gate
        var job = look_warp_job()
        job.in = input
        job.out = output
        job.distort = Float(look.optics.distort)
        job.aberration = Float(look.optics.aberration)
        job.enlarge = 1
        if gate.moves {
            let reach = gate.weave * height
            job.move_x = Float(random.wave(10, hz: gate.weaveHz, at: seconds) * reach * 0.6)
            job.move_y = Float(random.wave(11, hz: gate.weaveHz, at: seconds) * reach)
            job.turn = Float(
                random.wave(12, hz: gate.weaveHz, at: seconds) * gate.roll * .pi / 180
            )
            job.enlarge = Float(1 + 6 * gate.weave + 3 * gate.roll * .pi / 180 * aspect)
        }
        let shared = job
        bands { first, end in
            var job = shared
            look_warp(&job, first, end)
        }
    }

    private func tape(_ tape: LookTape, _ input: look_picture, _ output: look_picture) {
        var job = look_tape_job()
        job.in = input
        job.out = output
        job.lines = Float(tape.lines)
        job.line_amount = Float(tape.lineAmount)
        job.chroma_shift = Float(tape.chromaShift)
        job.chroma_blur = Float(tape.chromaBlur)
        job.luma_blur = Float(tape.lumaBlur)
        job.noise = Float(tape.noise)
        job.jitter = Float(tape.jitter)
        job.tracking = Float(tape.tracking)
        // The band climbs once in four seconds and is out of sight for a while.
        let cycle = (seconds / 4 + random.unit(30)).truncatingRemainder(dividingBy: 1)
        job.band_centre = Float(1.25 - 1.5 * cycle)
        job.head_switch = Float(tape.headSwitch)
        job.seed = random.hash([31, UInt32(truncatingIfNeeded: index.value)])
        let shared = job
        bands { first, end in
            var job = shared
            // Without the memory for a line the picture goes on as it was.
            if look_tape(&job, first, end) != 0 { copy(job.in, job.out, first, end) }
        }
    }

    private func copy(_ input: look_picture, _ output: look_picture, _ first: Int32, _ end: Int32) {
        guard let source = input.pixels, let target = output.pixels else { return }
        let width = Int(input.width) * 4
        (target + Int(first) * width).update(
            from: source + Int(first) * width,
            count: Int(end - first) * width
        )
    }

    private func digital(_ digital: LookDigital, _ input: look_picture, _ output: look_picture) {
        let burst = LookBurst(digital, random, renderer.clock.rate, at: index)
        var job = look_digital_job()
        job.in = input
        job.out = output
        job.block = Float(digital.block)
        job.slice = Float(digital.slice)
        job.rgb_split = Float(digital.rgbSplit * digital.amount)
        job.smear = Float(digital.smear)
        job.amount = Float(digital.amount)
        job.age = Float(burst.age)
        job.strength = Float(burst.strength)
        job.seed = random.hash([41, UInt32(truncatingIfNeeded: index.value)])
        job.burst = random.hash([42, UInt32(truncatingIfNeeded: burst.number)])
        let shared = job
        bands { first, end in
            var job = shared
            look_digital(&job, first, end)
        }
    }
}
