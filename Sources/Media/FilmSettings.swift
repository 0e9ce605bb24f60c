package import Editorial

/// How a film is encoded.
package struct FilmSettings: Hashable, Sendable {
    /// Both sides even.
    package var size: PixelSize
    package var frameRate: FrameRate
    /// x264's constant rate factor, 0…51; lower is better and larger.
    package var crf: Int
    /// x264's preset, `ultrafast`…`placebo`.
    package var speed: String
    /// Tags of the file, such as `title`; any key is kept.
    package var metadata: [String: String]
    /// 0 is one for each core.
    ///
    /// The bits of a film depend on the number, which is therefore the same
    /// everywhere unless asked for; more than there are cores cost nothing.
    package var threads: Int
    /// `yuv420p8`, or `yuv420p10` for a film of 10 bits, which not everything plays.
    package var format: FrameFormat

    package init(
        size: PixelSize,
        frameRate: FrameRate,
        crf: Int = 18,
        speed: String = "veryfast",
        metadata: [String: String] = [:],
        threads: Int = 8,
        format: FrameFormat = .yuv420p8
    ) {
        self.size = size
        self.frameRate = frameRate
        self.crf = crf
        self.speed = speed
        self.metadata = metadata
        self.threads = threads
        self.format = format
    }

    package static let speeds = [
        "ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower",
        "veryslow", "placebo",
    ]

    /// Throws when these settings cannot make a film, before anything is
    /// written.
    func check(_ path: String) throws(MediaError) {
        if let reason = refusal {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) was not begun: \(reason)."
            )
        }
    }

    private var refusal: String? {
        let side = 16...16_384
        if !size.width.isMultiple(of: 2) || !size.height.isMultiple(of: 2) {
            return "H.264 needs even sides, not \(size); use \(evenSize)"
        }
        if !side.contains(size.width) || !side.contains(size.height) || size.area > PixelLimit.film
        {
            return "a film's sides are 16 to 16384 pixels, not \(size); choose another size"
        }
        if !(0...51).contains(crf) { return "the crf is 0 to 51, not \(crf)" }
        if !FilmSettings.speeds.contains(speed) {
            return "the speed is one of \(FilmSettings.speeds.joined(separator: ", "))"
        }
        if frameRate.numerator > 1_000_000 || frameRate.denominator > 1_000_000
            || !(0.01...1000).contains(frameRate.framesPerSecond)
        {
            return "\(frameRate) frames a second is no usable rate; use 24, 25, 30 or 60"
        }
        if format == .rgba8 { return "a film has no frames of RGB" }
        if !(0...128).contains(threads) { return "the number of threads is 0 to 128" }
        return nil
    }

    private var evenSize: PixelSize {
        PixelSize(
            width: max(2, size.width - size.width % 2),
            height: max(2, size.height - size.height % 2)
        )
    }
}
