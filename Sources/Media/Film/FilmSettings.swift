package import Editorial

/// How a film is encoded.
package struct FilmSettings: Hashable, Sendable {
    /// Both sides even where the codec halves its colours.
    package var size: PixelSize
    package var frameRate: FrameRate
    package var codec: FilmCodec
    package var container: FilmContainer
    /// A number of the codec's own scale; nil is its standard.
    package var quality: Int?
    /// x264's preset, `ultrafast`…`placebo`; other codecs have like ones.
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
    /// Whether encoders of the machine's own are tried first; what they write
    /// is not the same everywhere.
    package var prefersHardware = false
    /// How colours that a GIF has not are mixed of those it has.
    package var dither: GIFDither = .diffused

    package init(
        size: PixelSize,
        frameRate: FrameRate,
        codec: FilmCodec = .h264,
        container: FilmContainer = .mp4,
        quality: Int? = nil,
        speed: String = "veryfast",
        metadata: [String: String] = [:],
        threads: Int = 8,
        format: FrameFormat = .yuv420p8
    ) {
        self.size = size
        self.frameRate = frameRate
        self.codec = codec
        self.container = container
        self.quality = quality
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
    package func check(_ path: String) throws(MediaError) {
        if let reason = refusal {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) was not begun: \(reason)."
            )
        }
    }

    private var refusal: String? {
        let side = 16...16_384
        if codec.needsEvenSides,
            !size.width.isMultiple(of: 2) || !size.height.isMultiple(of: 2)
        {
            return "\(codec.title) needs even sides, not \(size); use \(evenSize)"
        }
        if !side.contains(size.width) || !side.contains(size.height) || size.area > PixelLimit.film
        {
            return "a film's sides are 16 to 16384 pixels, not \(size); choose another size"
        }
        if !FilmSettings.speeds.contains(speed) {
            return "the speed is one of \(FilmSettings.speeds.joined(separator: ", "))"
        }
        if frameRate.numerator > 1_000_000 || frameRate.denominator > 1_000_000
            || !(0.01...1000).contains(frameRate.framesPerSecond)
        {
            return "\(frameRate) frames a second is no usable rate; use 24, 25, 30 or 60"
        }
        if !(0...128).contains(threads) { return "the number of threads is 0 to 128" }
        return codecRefusal
    }

    private var codecRefusal: String? {
        if !container.codecs.contains(codec) {
            let titles = container.codecs.map(\.title).joined(separator: ", ")
            return "\(container.title) holds \(titles), not \(codec.title); choose another name"
        }
        if let quality, let scale = codec.quality, !scale.range.contains(quality) {
            let range = scale.range
            return "the \(scale.name) is \(range.lowerBound) to \(range.upperBound), not \(quality)"
        }
        if quality != nil, codec.quality == nil { return "\(codec.title) has no quality to choose" }
        if format == .rgba8 { return "a film has no frames of RGB" }
        if format == .yuv420p10, !codec.hasTenBits {
            return "\(codec.title) has no pictures of 10 bits; use H.264, H.265, AV1 or ProRes"
        }
        // A hundredth of a second is GIF's clock, and two are the least that are shown.
        if codec == .gif, frameRate.framesPerSecond > 50 {
            return "a GIF shows at most 50 frames a second, not \(frameRate); choose fewer"
        }
        return nil
    }

    private var evenSize: PixelSize {
        PixelSize(
            width: max(2, size.width - size.width % 2),
            height: max(2, size.height - size.height % 2)
        )
    }
}
