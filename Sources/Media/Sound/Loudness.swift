import CLibAV
import Glibc

/// How loud something is, by EBU R128.
package struct Loudness: Hashable, Sendable {
    /// Of the whole, in LUFS; silence is below -70.
    package var integrated: Double
    /// How much it varies, in LU.
    package var range: Double
    /// The highest true peak, in dBTP.
    package var peak: Double

    package var isSilence: Bool { integrated <= -69.9 }

    /// Measures what a plan mixes, without bringing it to a loudness.
    ///
    /// - Throws: ``MediaError`` when a track cannot be read.
    package init(of plan: SoundPlan) throws(MediaError) {
        let path = plan.tracks.first?.path ?? ""
        let meter: SoundPlan.Step = (
            "ebur128", [("metadata", "1"), ("peak", "true"), ("framelog", "verbose")]
        )
        let flow = try SoundFlow(plan, then: [meter], for: path)
        let frame = try FrameSlot(for: path)
        (integrated, range, peak) = (-70, 0, -70)
        while try flow.next(into: frame.pointer) {
            integrated = Loudness.number("lavfi.r128.I", of: frame) ?? integrated
            range = Loudness.number("lavfi.r128.LRA", of: frame) ?? range
            for channel in 0..<2 {
                // Of samples, as a factor.
                let key = "lavfi.r128.true_peaks_ch\(channel)"
                if let factor = Loudness.number(key, of: frame), factor > 0 {
                    peak = max(peak, 20 * log10(factor))
                }
            }
            frame.empty()
        }
    }

    private static func number(_ key: String, of frame: FrameSlot) -> Double? {
        guard let entry = av_dict_get(frame.pointer.pointee.metadata, key, nil, 0) else {
            return nil
        }
        return Double(String(cString: entry.pointee.value))
    }

    /// The filters that bring it to a loudness.
    ///
    /// A plain gain wherever the peaks allow, so that nothing is squeezed;
    /// else libav's loudnorm, which knows what was measured.
    func steps(to target: Double) -> [SoundPlan.Step] {
        let gain = target - integrated
        if isSilence { return [] }
        if peak + gain <= SoundPlan.ceiling { return [("volume", [("volume", "\(gain)dB")])] }
        func bounded(_ value: Double, _ low: Double, _ high: Double) -> String {
            "\(min(max(value, low), high))"
        }
        return [
            (
                "loudnorm",
                [
                    ("I", "\(target)"), ("TP", "\(SoundPlan.ceiling)"),
                    ("LRA", bounded(range, 7, 20)), ("measured_I", bounded(integrated, -99, 0)),
                    ("measured_LRA", bounded(range, 0, 99)),
                    ("measured_TP", bounded(peak, -99, 99)),
                    ("measured_thresh", bounded(integrated - 10, -99, 0)),
                ]
            ),
            // It works at four times the rate.
            ("aresample", [("sample_rate", "\(SoundPlan.rate)")]),
        ]
    }
}
