import CLibAV
package import Editorial

/// What a file of sound, or the sound of a film, is.
package struct SoundInfo: Hashable, Sendable {
    /// Hours beyond which a sound is not looked at.
    private static let longest = 12.0 * 3600

    package var seconds: Double
    /// libav's name of the codec, such as `mp3`.
    package var codec: String
    package var byteCount: Int

    /// - Throws: ``MediaError`` when the file has no sound.
    package init(probing path: String) throws(MediaError) {
        let input = try InputFile(path, takesSound: true)
        let index = av_find_best_stream(input.context, AVMEDIA_TYPE_AUDIO, -1, -1, nil, 0)
        guard index >= 0, let stream = input.context.pointee.streams[Int(index)],
            let parameters = stream.pointee.codecpar
        else {
            throw MediaError(
                kind: .unsupported,
                message: "\(path) holds no sound; choose a file that does."
            )
        }
        // In microseconds, and unknown below 0.
        let length = Double(input.context.pointee.duration) / 1_000_000
        guard length > 0, length < Self.longest else {
            throw MediaError(
                kind: .unsupported,
                message: "\(path) does not say how long it lasts; save it as another kind of file."
            )
        }
        seconds = length
        codec = String(cString: avcodec_get_name(parameters.pointee.codec_id))
        byteCount = input.byteCount
    }
}

extension SoundShape {
    /// Listens to a file once, from its beginning to its end.
    ///
    /// - Throws: ``MediaError`` when it has no sound that can be read.
    package init(of path: String) throws(MediaError) {
        let info = try SoundInfo(probing: path)
        let plan = SoundPlan(
            tracks: [SoundPlan.Track(path)],
            length: RationalTime(seconds: info.seconds)
        )
        let mono: SoundPlan.Step = (
            "aformat", [("sample_fmts", "flt"), ("channel_layouts", "mono")]
        )
        let flow = try SoundFlow(plan, then: [mono], for: path)
        let piece = try FrameSlot(for: path)
        let span = SoundPlan.rate / Self.rate
        var peaks: [Float] = []
        var (peak, left) = (Float(0), span)
        while try flow.next(into: piece.pointer) {
            let count = Int(piece.pointer.pointee.nb_samples)
            if let bytes = piece.pointer.pointee.data.0 {
                bytes.withMemoryRebound(to: Float.self, capacity: count) { samples in
                    for index in 0..<count {
                        peak = max(peak, abs(samples[index]))
                        left -= 1
                        guard left == 0 else { continue }
                        peaks.append(min(1, peak))
                        (peak, left) = (0, span)
                    }
                }
            }
            piece.empty()
        }
        if left < span { peaks.append(min(1, peak)) }
        self.init(seconds: info.seconds, peaks: peaks)
    }
}
