import CLibAV

/// Makes the bytes of a picture's file of one frame.
enum StillEncoder {
    /// Writes the file's bytes to `file`, in the frame's own size, pixel format and colours.
    ///
    /// A JPEG takes its quality from the frame.
    ///
    /// - Throws: ``MediaError``: `.unwritable`, `.diskFull`.
    static func write(
        _ picture: FrameSlot,
        by codec: AVCodecID,
        to file: PartialFile
    ) throws(MediaError) {
        let path = file.path
        guard let codec = avcodec_find_encoder(codec) else {
            throw MediaError(libAV: clibav_error_no_encoder, .writing, path)
        }
        var context: UnsafeMutablePointer<AVCodecContext>? = avcodec_alloc_context3(codec)
        defer { avcodec_free_context(&context) }
        let encoder = try allocated(context, for: path)
        configure(encoder, like: picture.pointer.pointee)
        try check(avcodec_open2(encoder, codec, nil), .writing, path)
        try check(avcodec_send_frame(encoder, picture.pointer), .writing, path)
        try check(avcodec_send_frame(encoder, nil), .writing, path)
        let packet = try allocated(av_packet_alloc(), for: path)
        defer {
            var doomed: UnsafeMutablePointer<AVPacket>? = packet
            av_packet_free(&doomed)
        }
        try check(avcodec_receive_packet(encoder, packet), .writing, path)
        let count = Int(packet.pointee.size)
        try file.write(UnsafeRawBufferPointer(start: packet.pointee.data, count: count))
    }

    private static func configure(
        _ encoder: UnsafeMutablePointer<AVCodecContext>,
        like picture: AVFrame
    ) {
        encoder.pointee.width = picture.width
        encoder.pointee.height = picture.height
        encoder.pointee.pix_fmt = AVPixelFormat(picture.format)
        encoder.pointee.time_base = AVRational(num: 1, den: 1)
        encoder.pointee.sample_aspect_ratio = picture.sample_aspect_ratio
        encoder.pointee.color_primaries = picture.color_primaries
        encoder.pointee.color_trc = picture.color_trc
        encoder.pointee.colorspace = picture.colorspace
        encoder.pointee.color_range = picture.color_range
        encoder.pointee.flags |= AV_CODEC_FLAG_BITEXACT
        if picture.quality > 0 {
            encoder.pointee.flags |= AV_CODEC_FLAG_QSCALE
            encoder.pointee.global_quality = picture.quality
        }
    }
}
