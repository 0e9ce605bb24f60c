/// A way to write moving pictures, and what writes it.
package struct FilmCodec: Hashable, Sendable {
    /// libav's name of what is in the file.
    package var id: String
    package var title: String
    /// The encoders that write it, best first.
    var encoders: [EncoderRow]
    /// Encoders of graphics cards and the like, tried first when asked for.
    var hardware: [EncoderRow] = []
    /// The codec's own scale, from closest and largest; nil has none.
    package var quality: Quality?
    /// Whether both sides must be even.
    var needsEvenSides = true
    /// Whether it keeps R, G and B, and not Y, U and V.
    package var isRGB = false

    /// A scale of quality.
    package struct Quality: Hashable, Sendable {
        package var range: ClosedRange<Int>
        package var standard: Int
        /// Whether larger numbers are closer to the picture.
        package var growsBetter = false
        /// What people call the number.
        package var name = "crf"
    }

    /// An encoder of libav.
    struct EncoderRow: Hashable, Sendable {
        var name: String
        /// libav's name of the samples it takes, of 8 bits.
        var samples: String
        /// Of 10 bits; nil has none.
        var deepSamples: String?
    }

    package static let h264 = FilmCodec(
        id: "h264",
        title: "H.264",
        encoders: [
            EncoderRow(name: "libx264", samples: "yuv420p", deepSamples: "yuv420p10le")
        ],
        hardware: [
            EncoderRow(name: "h264_nvenc", samples: "yuv420p"),
            EncoderRow(name: "h264_qsv", samples: "nv12"),
            EncoderRow(name: "h264_v4l2m2m", samples: "yuv420p"),
        ],
        quality: Quality(range: 0...51, standard: 18)
    )

    package static let h265 = FilmCodec(
        id: "hevc",
        title: "H.265",
        encoders: [
            EncoderRow(name: "libx265", samples: "yuv420p", deepSamples: "yuv420p10le")
        ],
        hardware: [
            EncoderRow(name: "hevc_nvenc", samples: "yuv420p", deepSamples: "p010le"),
            EncoderRow(name: "hevc_qsv", samples: "nv12", deepSamples: "p010le"),
            EncoderRow(name: "hevc_v4l2m2m", samples: "yuv420p"),
        ],
        quality: Quality(range: 0...51, standard: 22)
    )

    package static let av1 = FilmCodec(
        id: "av1",
        title: "AV1",
        encoders: [
            EncoderRow(name: "libsvtav1", samples: "yuv420p", deepSamples: "yuv420p10le"),
            EncoderRow(name: "libaom-av1", samples: "yuv420p", deepSamples: "yuv420p10le"),
        ],
        hardware: [
            EncoderRow(name: "av1_nvenc", samples: "yuv420p", deepSamples: "p010le"),
            EncoderRow(name: "av1_qsv", samples: "nv12", deepSamples: "p010le"),
        ],
        quality: Quality(range: 0...63, standard: 30)
    )

    package static let vp9 = FilmCodec(
        id: "vp9",
        title: "VP9",
        encoders: [
            EncoderRow(name: "libvpx-vp9", samples: "yuv420p", deepSamples: "yuv420p10le")
        ],
        hardware: [EncoderRow(name: "vp9_qsv", samples: "nv12", deepSamples: "p010le")],
        quality: Quality(range: 0...63, standard: 30)
    )

    package static let prores = FilmCodec(
        id: "prores",
        title: "ProRes",
        encoders: [
            EncoderRow(name: "prores_ks", samples: "yuv422p10le", deepSamples: "yuv422p10le")
        ],
        quality: Quality(range: 0...3, standard: 3, growsBetter: true, name: "profile")
    )

    package static let gif = FilmCodec(
        id: "gif",
        title: "GIF",
        encoders: [EncoderRow(name: "gif", samples: "pal8")],
        needsEvenSides: false,
        isRGB: true
    )

    package static let webp = FilmCodec(
        id: "webp",
        title: "WebP",
        encoders: [EncoderRow(name: "libwebp_anim", samples: "bgra")],
        quality: Quality(range: 0...100, standard: 80, growsBetter: true, name: "quality"),
        needsEvenSides: false,
        isRGB: true
    )

    package static let apng = FilmCodec(
        id: "apng",
        title: "APNG",
        encoders: [EncoderRow(name: "apng", samples: "rgb24")],
        needsEvenSides: false,
        isRGB: true
    )

    package static let all: [FilmCodec] = [h264, h265, av1, vp9, prores, gif, webp, apng]

    /// Whether pictures of 10 bits can be written.
    package var hasTenBits: Bool { encoders.contains { $0.deepSamples != nil } }

    /// Returns the codec that a person names, such as `h265`, `hevc` or `av1`.
    package static func named(_ name: String) -> FilmCodec? {
        let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
        let aliases = ["x264": "h264", "avc": "h264", "h265": "hevc", "x265": "hevc"]
        let id = aliases[plain] ?? plain
        return all.first { $0.id == id }
    }
}
