import Foundation

/// What ffprobe, which is none of ours, counts in a film.
struct FilmFacts: Equatable {
    var frames: Int
    var rate: String
    var width: Int
    var height: Int
    var codec: String
    var pixels: String
    var space: String
    var range: String

    init(
        frames: Int,
        rate: String,
        width: Int,
        height: Int,
        codec: String = "h264",
        pixels: String = "yuv420p",
        space: String = "bt709",
        range: String = "tv"
    ) {
        self.frames = frames
        self.rate = rate
        self.width = width
        self.height = height
        self.codec = codec
        self.pixels = pixels
        self.space = space
        self.range = range
    }

    init(of path: String) throws {
        let names = [
            "nb_read_frames", "r_frame_rate", "width", "height", "codec_name", "pix_fmt",
            "color_space", "color_range",
        ]
        let text = try Outcome.tool(
            "ffprobe",
            "-v",
            "error",
            "-count_frames",
            "-select_streams",
            "v:0",
            "-show_entries",
            "stream=" + names.joined(separator: ","),
            "-of",
            "default=noprint_wrappers=1",
            path
        )
        var values: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let pair = line.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { values[String(pair[0])] = String(pair[1]) }
        }
        func value(_ name: String) -> String { values[name] ?? "" }
        self.init(
            frames: Int(value("nb_read_frames")) ?? -1,
            rate: value("r_frame_rate"),
            width: Int(value("width")) ?? -1,
            height: Int(value("height")) ?? -1,
            codec: value("codec_name"),
            pixels: value("pix_fmt"),
            space: value("color_space"),
            range: value("color_range")
        )
    }

    /// A hash over the pixels of every frame, as ffmpeg decodes them.
    static func pixelHash(of path: String) throws -> String {
        try Outcome.tool("ffmpeg", "-v", "error", "-i", path, "-map", "0:v", "-f", "md5", "-")
    }
}
