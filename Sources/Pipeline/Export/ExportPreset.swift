package import Editorial
package import Media

/// A way to export that has a name: a kind of file, or a place where people post.
package struct ExportPreset: Hashable, Sendable {
    package var id: String
    /// For whom or what it is, in a few words.
    package var title: String
    package var container: FilmContainer
    package var codec: FilmCodec
    /// The frame; nil is the film's own.
    package var size: PixelSize?
    /// Instead of a frame the longest a side may be.
    package var longestSide: Int?
    /// Films with more frames a second are shown at this rate.
    package var fastest: FrameRate?
    /// A number of the codec's own scale; nil is its standard.
    package var quality: Int?
    package var speed = "medium"
    package var isDeep = false
    /// In LUFS.
    package var loudness: Double?

    package static let all: [ExportPreset] = [
        ExportPreset("mp4", "H.264, which plays everywhere", .mp4, .h264),
        ExportPreset("h265", "H.265, half the size, 10 bits", .mp4, .h265, isDeep: true),
        ExportPreset("av1", "AV1, smaller still, 10 bits", .mp4, .av1, isDeep: true),
        ExportPreset("webm", "VP9 for web pages", .webm, .vp9),
        ExportPreset("prores", "ProRes HQ for editing, 10 bits", .mov, .prores, isDeep: true),
        ExportPreset("gif", "a small GIF", .gif, .gif, longestSide: 480, fastest: FrameRate(15)),
        ExportPreset(
            "webp",
            "an animated WebP",
            .webp,
            .webp,
            longestSide: 720,
            fastest: FrameRate(25)
        ),
        ExportPreset(
            "apng",
            "an animated PNG, exact",
            .apng,
            .apng,
            longestSide: 720,
            fastest: FrameRate(25)
        ),
        posting("vertical", "TikTok, Reels, Shorts", 1080, 1920),
        posting("square", "feeds, square", 1080, 1080),
        posting("portrait", "feeds, 4:5", 1080, 1350),
        posting("720p", "HD", 1280, 720),
        posting("1080p", "full HD", 1920, 1080),
        ExportPreset(
            "4k",
            "ultra HD, H.265 of 10 bits",
            .mp4,
            .h265,
            size: PixelSize(width: 3840, height: 2160),
            isDeep: true,
            loudness: -14
        ),
        ExportPreset(
            "cinema",
            "DCI 2K for the grade, ProRes HQ",
            .mov,
            .prores,
            size: PixelSize(width: 2048, height: 1080),
            isDeep: true,
            loudness: -23
        ),
    ]

    package static func named(_ id: String) -> ExportPreset? { all.first { $0.id == id } }

    /// Returns the preset that a file's name alone asks for.
    package static func plain(_ container: FilmContainer) -> ExportPreset {
        all.first { $0.container == container && $0.size == nil }
            ?? ExportPreset(container.format, container.title, container, container.codecs[0])
    }

    /// Where posting services meet: H.264 of at most 60 frames a second, and
    /// the loudness that they all turn sound down to.
    private static func posting(_ id: String, _ title: String, _ width: Int, _ height: Int)
        -> ExportPreset
    {
        ExportPreset(
            id,
            title,
            .mp4,
            .h264,
            size: PixelSize(width: width, height: height),
            fastest: FrameRate(60),
            loudness: -14
        )
    }

    private init(
        _ id: String,
        _ title: String,
        _ container: FilmContainer,
        _ codec: FilmCodec,
        size: PixelSize? = nil,
        longestSide: Int? = nil,
        fastest: FrameRate? = nil,
        isDeep: Bool = false,
        loudness: Double? = nil
    ) {
        self.id = id
        self.title = title
        self.container = container
        self.codec = codec
        self.size = size
        self.longestSide = longestSide
        self.fastest = fastest
        self.isDeep = isDeep
        self.loudness = loudness
    }
}
