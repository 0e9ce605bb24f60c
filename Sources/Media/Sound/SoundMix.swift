import CLibAV
import Glibc

/// The sound of a film, mixed and encoded beside it while it is made.
///
/// ``FilmWriter`` copies it in; the file is gone with this value's last owner.
package final class SoundMix {
    /// Where the sound lies meanwhile.
    package let path: String
    /// What was measured before it was brought to a loudness; nil when none
    /// was asked for.
    package let measured: Loudness?
    private let plan: SoundPlan

    /// Mixes and encodes everything at once: sound is small.
    ///
    /// - Parameters:
    ///   - plan: What is mixed.
    ///   - film: The film it is for, beside which it lies.
    /// - Throws: ``MediaError`` when a track cannot be read, or nothing can be
    ///   written there.
    package init(_ plan: SoundPlan, beside film: String) throws(MediaError) {
        self.plan = plan
        path = film + ".sound"
        measured = plan.loudness == nil ? nil : try Loudness(of: plan)
        try write()
    }

    deinit { unlink(path) }

    private func write() throws(MediaError) {
        var steps: [SoundPlan.Step] = []
        if let target = plan.loudness, let measured { steps += measured.steps(to: target) }
        steps.append(
            ("aformat", [("sample_fmts", plan.codec.samples), ("channel_layouts", "stereo")])
        )
        let encoder = try SoundEncoder(plan.codec, for: path)
        let flow = try SoundFlow(plan, then: steps, for: path, frameSize: encoder.frameSize)
        let muxer = try Muxer(PartialFile(path), format: plan.codec.carrier)
        let stream = try muxer.addStream()
        try encoder.describe(stream)
        try muxer.begin(timescale: nil, metadata: [:])
        let piece = try FrameSlot(for: path)
        var place: Int64 = 0
        while try flow.next(into: piece.pointer) {
            piece.pointer.pointee.pts = place
            place += Int64(piece.pointer.pointee.nb_samples)
            try encoder.encode(piece.pointer, of: stream, into: muxer)
            piece.empty()
        }
        try encoder.encode(nil, of: stream, into: muxer)
        try muxer.finish()
    }
}
