import CLibAV
import Glibc

/// Writes packets into a container; owns the `AVFormatContext` and its bytes.
///
/// The same packets give the same bytes, whatever the time.
final class Muxer {
    let context: UnsafeMutablePointer<AVFormatContext>
    let file: PartialFile
    private let format: String

    /// - Parameters:
    ///   - file: Where the bytes go.
    ///   - format: libav's name, such as `mp4`.
    /// - Throws: ``MediaError`` when the file cannot be written.
    init(_ file: PartialFile, format: String) throws(MediaError) {
        self.file = file
        self.format = format
        let address = fileAddress(file.partialPath)
        var context: UnsafeMutablePointer<AVFormatContext>?
        try check(
            avformat_alloc_output_context2(&context, nil, format, address),
            .writing,
            file.path
        )
        self.context = try allocated(context, for: file.path)
        self.context.pointee.flags |= AVFMT_FLAG_BITEXACT
        try check(
            avio_open(&self.context.pointee.pb, address, AVIO_FLAG_WRITE),
            .writing,
            file.path
        )
    }

    deinit {
        avio_closep(&context.pointee.pb)
        avformat_free_context(context)
    }

    func addStream() throws(MediaError) -> UnsafeMutablePointer<AVStream> {
        try allocated(avformat_new_stream(context, nil), for: file.path)
    }

    /// Writes the header.
    ///
    /// - Parameters:
    ///   - timescale: Ticks a second of the film and its stream; nil leaves
    ///     them to libav.
    ///   - metadata: Keys libav's MP4 does not know are kept too, in
    ///     QuickTime's own form.
    /// - Throws: ``MediaError`` when the file cannot be written.
    func begin(timescale: Int?, metadata: [String: String]) throws(MediaError) {
        for (key, value) in metadata {
            try check(av_dict_set(&context.pointee.metadata, key, value, 0), .writing, file.path)
        }
        var options: OpaquePointer?
        defer { av_dict_free(&options) }
        let isForeign = !Muxer.commonKeys.isSuperset(of: metadata.keys)
        let flags = isForeign ? "+faststart+use_metadata_tags" : "+faststart"
        switch format {
        case "mp4", "mov":
            av_dict_set(&options, "movflags", flags, 0)
            if let timescale {
                // Without the second, the film's length is rounded to milliseconds.
                av_dict_set_int(&options, "video_track_timescale", Int64(timescale), 0)
                av_dict_set_int(&options, "movie_timescale", Int64(timescale), 0)
            }
        // Animations are shown over and over.
        case "webp": av_dict_set_int(&options, "loop", 0, 0)
        case "apng": av_dict_set_int(&options, "plays", 0, 0)
        default: break
        }
        try check(avformat_write_header(context, &options), .writing, file.path)
    }

    /// Writes a packet, and takes what it holds.
    func write(_ packet: UnsafeMutablePointer<AVPacket>) throws(MediaError) {
        try check(av_interleaved_write_frame(context, packet), .writing, file.path)
    }

    /// Completes the file and gives it its final name.
    ///
    /// `comment` is written into kinds that libav gives none.
    func finish(comment: String? = nil) throws(MediaError) {
        try check(av_write_trailer(context), .writing, file.path)
        try check(avio_closep(&context.pointee.pb), .writing, file.path)
        if let comment {
            try PictureComment.append(
                comment,
                to: file.partialPath,
                format: format,
                for: file.path
            )
        }
        try file.commit()
    }

    /// Returns a container's name of a codec, such as `hvc1`, as a number.
    static func tag(_ name: String) -> CUnsignedInt {
        name.utf8.reversed().reduce(0) { $0 << 8 | CUnsignedInt($1) }
    }

    private static let commonKeys: Set<String> = [
        "title", "comment", "artist", "album", "date", "genre", "description", "synopsis",
        "copyright", "composer", "show", "keywords", "lyrics", "encoder",
    ]
}
