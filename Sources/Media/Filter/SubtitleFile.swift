import CLibAV
import Glibc

/// A file of words and times.
enum SubtitleFile {
    private static let formats: Set<String> = ["srt", "ass", "webvtt"]

    /// Throws unless libav takes the file for subtitles.
    ///
    /// Its contents decide, as they will when libav opens it by itself; a
    /// playlist, which would be followed, is no subtitles.
    static func check(_ path: String) throws(MediaError) {
        guard ByteFile(path) != nil else {
            throw MediaError(libAV: clibav_error(ENOENT), .reading, path)
        }
        var bytes: UnsafeMutablePointer<AVIOContext>?
        try Media.check(
            avio_open2(&bytes, fileAddress(path), AVIO_FLAG_READ, nil, nil),
            .reading,
            path
        )
        defer { avio_closep(&bytes) }
        var format: UnsafePointer<AVInputFormat>?
        let score = av_probe_input_buffer2(bytes, &format, path, nil, 0, 0)
        guard score >= 0, let name = format?.pointee.name, formats.contains(String(cString: name))
        else {
            throw MediaError(
                kind: .notMedia,
                message:
                    "\(quoted(path)) holds no subtitles; choose an SRT, WebVTT, ASS or SSA file."
            )
        }
    }
}
