import CLibAV
import Editorial
import Glibc

/// Writes single pictures.
package enum StillWriter {
    /// Writes a frame as PNG or JPEG, by the path's ending, opaque and in
    /// sRGB; the name appears only when the picture is on the disk.
    ///
    /// A PNG takes a comment along.
    ///
    /// - Throws: ``MediaError``: `.unsupported` for another ending,
    ///   `.unwritable`, `.diskFull`.
    package static func write(
        _ frame: Frame,
        to path: String,
        comment: String? = nil
    ) throws(MediaError) {
        let kind = try Kind(path)
        let file = try PartialFile(path)
        let packet = try encode(frame, as: kind, path)
        defer {
            var doomed: UnsafeMutablePointer<AVPacket>? = packet
            av_packet_free(&doomed)
        }
        let count = Int(packet.pointee.size)
        try file.write(UnsafeRawBufferPointer(start: packet.pointee.data, count: count))
        if let comment, kind == .png {
            try PictureComment.append(comment, to: file.partialPath, format: "png", for: path)
        }
        try file.commit()
    }

    private enum Kind {
        case png, jpeg

        init(_ path: String) throws(MediaError) {
            switch fileEnding(path) {
            case "png": self = .png
            case "jpg", "jpeg": self = .jpeg
            default:
                throw MediaError(
                    kind: .unsupported,
                    message: "\(quoted(path)) was not written: pictures are PNG or JPEG; "
                        + "let the name end in .png or .jpg."
                )
            }
        }

        var codec: AVCodecID { self == .png ? AV_CODEC_ID_PNG : AV_CODEC_ID_MJPEG }
        // JPEG keeps its chroma whole: stills are looked at closely.
        var format: AVPixelFormat { self == .png ? AV_PIX_FMT_RGB24 : AV_PIX_FMT_YUVJ444P }
        var tags: ColourTags { self == .png ? .film : .jpeg }
    }

    /// Returns the file's bytes; the caller frees the packet.
    private static func encode(
        _ frame: Frame,
        as kind: Kind,
        _ path: String
    ) throws(MediaError) -> UnsafeMutablePointer<AVPacket> {
        guard let codec = avcodec_find_encoder(kind.codec) else {
            throw MediaError(libAV: clibav_error_no_encoder, .writing, path)
        }
        let picture = try convert(frame, to: kind, path)
        var context: UnsafeMutablePointer<AVCodecContext>? = avcodec_alloc_context3(codec)
        defer { avcodec_free_context(&context) }
        let encoder = try allocated(context, for: path)
        configure(encoder, kind, picture.pointer.pointee)
        try check(avcodec_open2(encoder, codec, nil), .writing, path)
        try check(avcodec_send_frame(encoder, picture.pointer), .writing, path)
        try check(avcodec_send_frame(encoder, nil), .writing, path)
        var packet = av_packet_alloc()
        let filled = try allocated(packet, for: path)
        do {
            try check(avcodec_receive_packet(encoder, filled), .writing, path)
        } catch {
            av_packet_free(&packet)
            throw error
        }
        return filled
    }

    private static func configure(
        _ encoder: UnsafeMutablePointer<AVCodecContext>,
        _ kind: Kind,
        _ picture: AVFrame
    ) {
        encoder.pointee.width = picture.width
        encoder.pointee.height = picture.height
        encoder.pointee.pix_fmt = kind.format
        encoder.pointee.time_base = AVRational(num: 1, den: 1)
        encoder.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
        encoder.pointee.color_primaries = picture.color_primaries
        encoder.pointee.color_trc = picture.color_trc
        encoder.pointee.colorspace = picture.colorspace
        encoder.pointee.color_range = picture.color_range
        encoder.pointee.flags |= AV_CODEC_FLAG_BITEXACT
        if kind == .jpeg {
            encoder.pointee.flags |= AV_CODEC_FLAG_QSCALE
            encoder.pointee.global_quality = 2 * FF_QP2LAMBDA
        }
    }

    private static func convert(
        _ frame: Frame,
        to kind: Kind,
        _ path: String
    ) throws(MediaError) -> FrameSlot {
        let slot = try FrameSlot(for: path)
        let picture = slot.pointer
        picture.pointee.format = kind.format.rawValue
        picture.pointee.width = CInt(frame.size.width)
        picture.pointee.height = CInt(frame.size.height)
        try check(av_frame_get_buffer(picture, 64), .writing, path)
        picture.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
        picture.pointee.color_primaries = AVCOL_PRI_BT709
        picture.pointee.color_trc = AVCOL_TRC_IEC61966_2_1
        picture.pointee.colorspace = kind == .png ? AVCOL_SPC_RGB : AVCOL_SPC_BT470BG
        picture.pointee.color_range = AVCOL_RANGE_JPEG
        picture.pointee.quality = 2 * FF_QP2LAMBDA
        picture.pointee.pts = 0
        try PictureConverter().convert(
            frame.pointer,
            meaning: .film,
            to: picture,
            meaning: kind.tags,
            for: path
        )
        return slot
    }
}
