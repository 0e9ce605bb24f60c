import CLibAV

/// An encoder of stereo at 48 000 samples a second; one owner.
final class SoundEncoder {
    private let context: UnsafeMutablePointer<AVCodecContext>
    private let packet: UnsafeMutablePointer<AVPacket>
    private let path: String

    /// - Throws: ``MediaError`` that names the package when this libav has none.
    init(_ codec: SoundCodec, for path: String) throws(MediaError) {
        self.path = path
        guard let encoder = avcodec_find_encoder_by_name(codec.encoder) else {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) was not begun: this libav cannot write "
                    + "\(codec.title), which takes \(codec.encoder); "
                    + "install \(CodecReport.package)."
            )
        }
        context = try allocated(avcodec_alloc_context3(encoder), for: path)
        packet = try allocated(av_packet_alloc(), for: path)
        context.pointee.sample_fmt = av_get_sample_fmt(codec.samples)
        context.pointee.sample_rate = CInt(SoundPlan.rate)
        context.pointee.time_base = AVRational(num: 1, den: CInt(SoundPlan.rate))
        context.pointee.bit_rate = codec.bitRate
        context.pointee.thread_count = 1
        context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
        clibav_default_layout(&context.pointee.ch_layout, 2)
        try check(avcodec_open2(context, encoder, nil), .writing, path)
    }

    deinit {
        var context: UnsafeMutablePointer<AVCodecContext>? = context
        avcodec_free_context(&context)
        var packet: UnsafeMutablePointer<AVPacket>? = packet
        av_packet_free(&packet)
    }

    /// Samples of each piece that it takes; nil takes any number.
    var frameSize: Int? {
        context.pointee.frame_size > 0 ? Int(context.pointee.frame_size) : nil
    }

    /// Tells a stream what will be in it.
    func describe(_ stream: UnsafeMutablePointer<AVStream>) throws(MediaError) {
        try check(
            avcodec_parameters_from_context(stream.pointee.codecpar, context),
            .writing,
            path
        )
        stream.pointee.time_base = context.pointee.time_base
    }

    /// Encodes a piece, or, with nil, what is left.
    func encode(
        _ piece: UnsafeMutablePointer<AVFrame>?,
        of stream: UnsafeMutablePointer<AVStream>,
        into muxer: Muxer
    ) throws(MediaError) {
        try check(avcodec_send_frame(context, piece), .writing, path)
        while true {
            let code = avcodec_receive_packet(context, packet)
            if code == clibav_error_again || code == clibav_error_eof { return }
            try check(code, .writing, path)
            packet.pointee.stream_index = stream.pointee.index
            av_packet_rescale_ts(packet, context.pointee.time_base, stream.pointee.time_base)
            try muxer.write(packet)
        }
    }
}
