import CRenderKernels
import Editorial
import Foundation
import Motion

extension LookPass {
    func finishJob(
        _ picture: look_picture,
        _ bytes: UnsafeMutablePointer<UInt8>,
        _ stride: Int
    ) -> look_finish_job {
        var job = look_finish_job()
        job.in = picture
        job.out = bytes
        job.out_stride = stride
        job.grain = UnsafePointer(stills.grain)
        job.grain_amount = Float(look.grain.amount)
        job.grain_shadow = Float(look.grain.shadow)
        job.grain_mono = Float(look.grain.mono)
        job.grain_seed = random.hash([50, UInt32(truncatingIfNeeded: index.value)])
        let flicker = look.flicker
        job.brightness =
            flicker.amount > 0
            ? Float(1 + flicker.amount * random.wave(51, hz: flicker.hz, at: seconds)) : 1
        (job.right, job.bottom) = (Int32(size.width), Int32(size.height))
        setBars(&job)
        return job
    }

    /// Bars that would cover more than half the frame are left out: they were
    /// meant for another shape of frame.
    private func setBars(_ job: inout look_finish_job) {
        guard let letterbox = look.letterbox else { return }
        let width = Double(size.width)
        if letterbox.ratio > aspect {
            let seen = width / letterbox.ratio
            guard seen > height / 2 else { return }
            job.top = Int32(((height - seen) / 2).rounded())
            job.bottom = Int32(size.height) - job.top
        } else {
            let seen = height * letterbox.ratio
            guard seen > width / 2 else { return }
            job.left = Int32(((width - seen) / 2).rounded())
            job.right = Int32(size.width) - job.left
        }
        let colour = letterbox.colour
        job.bar = (Float(colour.red), Float(colour.green), Float(colour.blue), 0)
    }

    /// Lends a job that knows the dirt on the film.
    func withDirt(_ job: inout look_finish_job, _ body: (UnsafePointer<look_finish_job>) -> Void) {
        let dirt = LookDirt(
            gate: look.gate,
            random: random,
            index: UInt32(truncatingIfNeeded: index.value),
            seconds: seconds,
            size: size
        )
        let specks = dirt.specks, scratches = dirt.scratches
        specks.withUnsafeBufferPointer { specks in
            scratches.withUnsafeBufferPointer { scratches in
                job.specks = specks.baseAddress
                job.speck_count = Int32(specks.count)
                job.scratches = scratches.baseAddress
                job.scratch_count = Int32(scratches.count)
                body(&job)
            }
        }
    }
}
