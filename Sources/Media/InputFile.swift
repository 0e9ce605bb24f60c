import CLibAV
import Glibc

/// A media file open for reading; owns the `AVFormatContext` and its bytes.
///
/// The kind of a file is found by its contents alone. Neither the network nor
/// a playlist is ever followed.
final class InputFile {
    let path: String
    let byteCount: Int
    let context: UnsafeMutablePointer<AVFormatContext>
    private let bytes: UnsafeMutablePointer<AVIOContext>
    /// The demuxer's name, such as `png_pipe`.
    let formatName: String

    /// Opens a file.
    ///
    /// With `takesSound` also one that holds nothing but sound.
    ///
    /// - Throws: ``MediaError``: missing, unreadable, not media, or damaged.
    init(_ path: String, takesSound: Bool = false) throws(MediaError) {
        self.path = path
        byteCount = try InputFile.measure(path)
        let bytes = try InputFile.openBytes(path)
        do {
            let format = try InputFile.recognise(bytes, path, takesSound)
            formatName = String(cString: format.pointee.name)
            context = try InputFile.openContext(format, bytes, path)
        } catch {
            var doomed: UnsafeMutablePointer<AVIOContext>? = bytes
            avio_closep(&doomed)
            throw error
        }
        self.bytes = bytes
        // A still's header says little: its parameters come from decoding it,
        // and looking ahead would decode it twice.
        if !isPicture {
            try check(clibav_find_stream_info(context, "\(PixelLimit.film)"), .reading, path)
        }
    }

    deinit {
        var context: UnsafeMutablePointer<AVFormatContext>? = context
        avformat_close_input(&context)
        var bytes: UnsafeMutablePointer<AVIOContext>? = bytes
        avio_closep(&bytes)
    }

    /// Whether the file is one picture, and not a container.
    var isPicture: Bool { InputFile.pictureFormats.contains(formatName) }

    /// Returns the stream that shows the film, or the picture.
    ///
    /// - Throws: ``MediaError`` when the file has none.
    func videoStream() throws(MediaError) -> UnsafeMutablePointer<AVStream> {
        let index = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, nil, 0)
        guard index >= 0, let stream = context.pointee.streams[Int(index)],
            stream.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC == 0
        else {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) holds no film and no picture; choose one that does."
            )
        }
        return stream
    }

    /// Checks that a path names a file with something in it, before libav
    /// would wait on a pipe or read a directory.
    private static func measure(_ path: String) throws(MediaError) -> Int {
        var facts = stat()
        guard !path.utf8.contains(0), !path.isEmpty else {
            throw MediaError(libAV: clibav_error(ENOENT), .reading, path)
        }
        guard stat(path, &facts) == 0 else { throw .system(.reading, path) }
        switch facts.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR:
            throw MediaError(
                kind: .unreadable,
                message: "\(quoted(path)) is a directory; choose a file in it."
            )
        default:
            throw MediaError(
                kind: .unreadable,
                message: "\(quoted(path)) is not an ordinary file; choose one that is."
            )
        }
        guard facts.st_size > 0 else {
            throw MediaError(
                kind: .damaged,
                message: "\(quoted(path)) is empty; copy or export it again."
            )
        }
        return Int(facts.st_size)
    }

    private static func openBytes(
        _ path: String
    ) throws(MediaError) -> UnsafeMutablePointer<AVIOContext> {
        var bytes: UnsafeMutablePointer<AVIOContext>?
        var options: OpaquePointer?
        av_dict_set(&options, "protocol_whitelist", "file", 0)
        defer { av_dict_free(&options) }
        let address = fileAddress(path)
        try check(avio_open2(&bytes, address, AVIO_FLAG_READ, nil, &options), .reading, path)
        return try allocated(bytes, for: path)
    }

    private static func recognise(
        _ bytes: UnsafeMutablePointer<AVIOContext>,
        _ path: String,
        _ takesSound: Bool
    ) throws(MediaError) -> UnsafePointer<AVInputFormat> {
        var format: UnsafePointer<AVInputFormat>?
        let score = av_probe_input_buffer2(bytes, &format, "", nil, 0, 0)
        if score == clibav_error(EIO) { throw MediaError(libAV: score, .reading, path) }
        let known = takesSound ? knownFormats.union(soundFormats) : knownFormats
        guard score >= 0, let format, let name = format.pointee.name,
            known.contains(String(cString: name))
        else {
            throw MediaError(
                kind: .notMedia,
                message: takesSound
                    ? "\(quoted(path)) is no sound Kinema can read; "
                        + "choose a WAV, FLAC, MP3, M4A, Ogg or Opus file, or a film."
                    : "\(quoted(path)) is not a film or picture Kinema can read; "
                        + "choose an MP4, MOV, MKV, WebM, PNG, JPEG or WebP file."
            )
        }
        return format
    }

    private static func openContext(
        _ format: UnsafePointer<AVInputFormat>,
        _ bytes: UnsafeMutablePointer<AVIOContext>,
        _ path: String
    ) throws(MediaError) -> UnsafeMutablePointer<AVFormatContext> {
        var context = avformat_alloc_context()
        guard context != nil else { throw MediaError(outOfMemoryOver: path) }
        context?.pointee.pb = bytes
        var options: OpaquePointer?
        av_dict_set(&options, "protocol_whitelist", "file", 0)
        defer { av_dict_free(&options) }
        // On failure libav frees the context, but not the bytes lent to it.
        try check(avformat_open_input(&context, "", format, &options), .reading, path)
        return try allocated(context, for: path)
    }
}

extension InputFile {
    /// The demuxers that read one picture.
    private static let pictureFormats: Set<String> = [
        "png_pipe", "jpeg_pipe", "jpegls_pipe", "mjpeg", "webp_pipe", "bmp_pipe", "tiff_pipe",
        "jpegxl_pipe", "exr_pipe", "qoi_pipe", "j2k_pipe", "dpx_pipe", "psd_pipe", "sgi_pipe",
        "pam_pipe", "pbm_pipe", "pgm_pipe", "ppm_pipe", "pfm_pipe",
    ]

    /// The demuxers that read nothing but sound.
    private static let soundFormats: Set<String> = [
        "wav", "w64", "flac", "mp3", "aac", "aiff", "caf",
    ]

    /// Every demuxer a film or a picture may be opened with.
    ///
    /// Playlists, devices and
    /// formats that name other files are not among them.
    private static let knownFormats = pictureFormats.union([
        "mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm", "avi", "mpegts", "mpeg", "flv", "ogg", "mxf",
        "ivf", "yuv4mpegpipe", "asf", "nut", "gif", "apng",
    ])
}
