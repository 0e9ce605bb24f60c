import CLibAV
import Editorial

/// Codes grey pictures one after the other, each from the one before, and
/// tells what the encoder found to have moved where.
///
/// H.264 says of a vector only that it leads to the past, not to which
/// picture; so there is one reference and no B-frame. Nothing is held back.
final class MotionVectorCodec {
    /// Fast to decide but searched to a quarter of a pixel, and free of
    /// whatever would put another picture, or a lighter one, in the place of
    /// the one before.
    private static let options =
        "bframes=0:ref=1:keyint=infinite:scenecut=0:weightp=0:subme=4:me=hex:merange=32"
        + ":rc-lookahead=0:sync-lookahead=0:force-cfr=1:aq-mode=0:no-deblock=1:cabac=0"

    private let path: String
    private let encoder: UnsafeMutablePointer<AVCodecContext>
    private let decoder: UnsafeMutablePointer<AVCodecContext>
    private let packet: UnsafeMutablePointer<AVPacket>
    private let slot: FrameSlot

    init(size: PixelSize, path: String) throws(MediaError) {
        self.path = path
        slot = try FrameSlot(for: path)
        packet = try allocated(av_packet_alloc(), for: path)
        guard let coder = avcodec_find_encoder_by_name("libx264"),
            let reader = avcodec_find_decoder(AV_CODEC_ID_H264)
        else {
            throw MediaError(
                kind: .unsupported,
                message: "The motion of \(quoted(path)) cannot be told: this libav has no x264; "
                    + "install \(CodecReport.package)."
            )
        }
        encoder = try allocated(avcodec_alloc_context3(coder), for: path)
        decoder = try allocated(avcodec_alloc_context3(reader), for: path)
        encoder.pointee.width = CInt(size.width)
        encoder.pointee.height = CInt(size.height)
        encoder.pointee.pix_fmt = AV_PIX_FMT_GRAY8
        encoder.pointee.time_base = AVRational(num: 1, den: 25)
        // The vectors depend on the number of threads.
        encoder.pointee.thread_count = 1
        decoder.pointee.thread_count = 1
        decoder.pointee.flags |= AV_CODEC_FLAG_LOW_DELAY
        decoder.pointee.export_side_data |= AV_CODEC_EXPORT_DATA_MVS
        // Nobody looks at the pictures that come out.
        decoder.pointee.skip_loop_filter = AVDISCARD_ALL
        for (key, value) in [
            ("preset", "superfast"), ("crf", "20"), ("x264-params", Self.options),
        ] {
            try check(clibav_set_option(encoder, key, value), .reading, path)
        }
        try check(avcodec_open2(encoder, coder, nil), .reading, path)
        try check(avcodec_open2(decoder, reader, nil), .reading, path)
    }

    deinit {
        var contexts: [UnsafeMutablePointer<AVCodecContext>?] = [encoder, decoder]
        for index in contexts.indices { avcodec_free_context(&contexts[index]) }
        var packet: UnsafeMutablePointer<AVPacket>? = packet
        av_packet_free(&packet)
    }

    /// Codes the next picture, and writes the vectors of its blocks in place
    /// of those there; the first picture has none.
    func code(
        _ frame: UnsafeMutablePointer<AVFrame>,
        number: Int,
        into vectors: inout [MotionVector]
    ) throws(MediaError) {
        frame.pointee.pts = Int64(number)
        try check(avcodec_send_frame(encoder, frame), .reading, path)
        try check(avcodec_receive_packet(encoder, packet), .reading, path)
        defer { av_packet_unref(packet) }
        try check(avcodec_send_packet(decoder, packet), .reading, path)
        try check(avcodec_receive_frame(decoder, slot.pointer), .reading, path)
        defer { slot.empty() }
        vectors.removeAll(keepingCapacity: true)
        guard let side = av_frame_get_side_data(slot.pointer, AV_FRAME_DATA_MOTION_VECTORS)
        else { return }
        let count = side.pointee.size / MemoryLayout<AVMotionVector>.stride
        let found = UnsafeRawBufferPointer(start: side.pointee.data, count: side.pointee.size)
        for index in 0..<count {
            let vector = found.loadUnaligned(
                fromByteOffset: index * MemoryLayout<AVMotionVector>.stride,
                as: AVMotionVector.self
            )
            vectors.append(MotionVector(vector))
        }
    }
}

extension MotionVector {
    fileprivate init(_ vector: AVMotionVector) {
        let scale = Float(max(1, vector.motion_scale))
        self.init(
            x: Float(vector.dst_x),
            y: Float(vector.dst_y),
            dx: Float(vector.motion_x) / scale,
            dy: Float(vector.motion_y) / scale,
            area: Float(vector.w) * Float(vector.h)
        )
    }
}
