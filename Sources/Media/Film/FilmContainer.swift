import CLibAV

/// A kind of file that holds a film.
package struct FilmContainer: Hashable, Sendable {
    /// What people call it, such as `MP4`.
    package var title: String
    /// libav's name of what writes it.
    package var format: String
    /// How names end, the usual one first.
    package var endings: [String]
    /// What it may hold, the usual one first.
    package var codecs: [FilmCodec]
    /// What its sound may be, the usual one first; none means silence.
    package var sounds: [SoundCodec]

    package static let mp4 = FilmContainer(
        title: "MP4",
        format: "mp4",
        endings: ["mp4", "m4v"],
        codecs: [.h264, .h265, .av1, .vp9],
        sounds: [.aac, .opus]
    )

    package static let mov = FilmContainer(
        title: "MOV",
        format: "mov",
        endings: ["mov"],
        codecs: [.prores, .h264, .h265],
        sounds: [.pcm, .aac]
    )

    package static let webm = FilmContainer(
        title: "WebM",
        format: "webm",
        endings: ["webm"],
        codecs: [.vp9, .av1],
        sounds: [.opus]
    )

    package static let matroska = FilmContainer(
        title: "Matroska",
        format: "matroska",
        endings: ["mkv"],
        codecs: [.h264, .h265, .av1, .vp9, .prores],
        sounds: [.opus, .aac, .pcm]
    )

    package static let gif = FilmContainer(
        title: "GIF",
        format: "gif",
        endings: ["gif"],
        codecs: [.gif],
        sounds: []
    )

    package static let webp = FilmContainer(
        title: "WebP",
        format: "webp",
        endings: ["webp"],
        codecs: [.webp],
        sounds: []
    )

    package static let apng = FilmContainer(
        title: "APNG",
        format: "apng",
        endings: ["apng"],
        codecs: [.apng],
        sounds: []
    )

    package static let all: [FilmContainer] = [mp4, mov, webm, matroska, gif, webp, apng]

    /// Returns the container that a file's name asks for; nil for other names.
    package static func ofFile(_ path: String) -> FilmContainer? {
        let ending = fileEnding(path)
        return all.first { $0.endings.contains(ending) }
    }

    /// Whether sound of a codec, by libav's name, can be copied into it.
    package func holds(sound codec: String) -> Bool {
        guard !sounds.isEmpty, let format = av_guess_format(format, nil, nil),
            let facts = avcodec_descriptor_get_by_name(codec)
        else { return false }
        return avformat_query_codec(format, facts.pointee.id, FF_COMPLIANCE_NORMAL) == 1
    }

    /// Whether it is of the family of MP4, whose index and clock are set.
    var isQuickTime: Bool { format == "mp4" || format == "mov" }
}
