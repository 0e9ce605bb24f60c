import CLibAV
import Editorial
import Glibc

/// x264, set up for a film; one owner.
final class FilmEncoder {
    let context: UnsafeMutablePointer<AVCodecContext>
    private let path: String
    private let shell: FrameSlot

    /// - Throws: ``MediaError`` when this libav has no x264 or it refuses.
    init(_ settings: FilmSettings, for path: String) throws(MediaError) {
        self.path = path
        guard let codec = avcodec_find_encoder_by_name("libx264") else {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) was not begun: this libav has no x264; "
                    + "install \(CodecReport.package)."
            )
        }
        shell = try FrameSlot(for: path)
        context = try allocated(avcodec_alloc_context3(codec), for: path)
        configure(settings)
        try Media.check(clibav_set_option(context, "preset", settings.speed), .writing, path)
        try Media.check(clibav_set_option(context, "crf", "\(settings.crf)"), .writing, path)
        try Media.check(avcodec_open2(context, codec, nil), .writing, path)
    }

    deinit {
        var context: UnsafeMutablePointer<AVCodecContext>? = context
        avcodec_free_context(&context)
    }

    private func configure(_ settings: FilmSettings) {
        let rate = settings.frameRate
        context.pointee.width = CInt(settings.size.width)
        context.pointee.height = CInt(settings.size.height)
        context.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
        context.pointee.pix_fmt = settings.format.libAV
        context.pointee.time_base = AVRational(
            num: CInt(rate.denominator),
            den: CInt(rate.numerator)
        )
        context.pointee.framerate = AVRational(
            num: CInt(rate.numerator),
            den: CInt(rate.denominator)
        )
        // A keyframe every two seconds keeps seeking quick.
        context.pointee.gop_size = CInt(max(1, (rate.framesPerSecond * 2).rounded()))
        context.pointee.thread_count = CInt(settings.threads)
        context.pointee.color_primaries = AVCOL_PRI_BT709
        context.pointee.color_trc = AVCOL_TRC_BT709
        context.pointee.colorspace = AVCOL_SPC_BT709
        context.pointee.color_range = AVCOL_RANGE_MPEG
        context.pointee.chroma_sample_location = AVCHROMA_LOC_LEFT
        context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
    }

    /// Gives the encoder a picture; it has taken the pixels on return.
    func send(_ frame: Frame, number: Int) throws(MediaError) {
        // A reference to the same pixels, so that the frame, which others may
        // be reading, is not stamped.
        try Media.check(av_frame_ref(shell.pointer, frame.pointer), .writing, path)
        defer { shell.empty() }
        shell.pointer.pointee.pts = Int64(number)
        shell.pointer.pointee.pict_type = AV_PICTURE_TYPE_NONE
        try Media.check(avcodec_send_frame(context, shell.pointer), .writing, path)
    }

    /// Tells the encoder that no picture follows.
    func end() throws(MediaError) {
        try Media.check(avcodec_send_frame(context, nil), .writing, path)
    }

    /// Takes the next packet; false when there is none for now.
    func receive(_ packet: UnsafeMutablePointer<AVPacket>) throws(MediaError) -> Bool {
        let code = avcodec_receive_packet(context, packet)
        if code == clibav_error_again || code == clibav_error_eof { return false }
        try Media.check(code, .writing, path)
        return true
    }
}
