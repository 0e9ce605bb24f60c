import CLibAV
import Editorial
import Glibc

/// An encoder of libav, set up for a film; one owner.
final class FilmEncoder {
    let context: UnsafeMutablePointer<AVCodecContext>
    /// libav's name of it.
    let name: String
    private let path: String
    private let shell: FrameSlot
    private var wasGiven = false

    /// Opens the first of the codec's encoders that this machine has and that
    /// accepts the settings.
    ///
    /// - Throws: ``MediaError`` when there is none, which names the package
    ///   that has one, or when the last refuses.
    init(_ settings: FilmSettings, for path: String) throws(MediaError) {
        self.path = path
        shell = try FrameSlot(for: path)
        let codec = settings.codec
        let rows = settings.prefersHardware ? codec.hardware + codec.encoders : codec.encoders
        var refusal = FilmEncoder.absence(of: codec, path)
        for row in rows {
            guard let encoder = avcodec_find_encoder_by_name(row.name),
                let samples = row.samples(of: settings.format)
            else { continue }
            do {
                context = try FilmEncoder.open(encoder, row, samples, settings, path)
                name = row.name
                return
            } catch {
                refusal = error
            }
        }
        throw refusal
    }

    deinit {
        if name == "libsvtav1", !wasGiven { giveSomething() }
        var context: UnsafeMutablePointer<AVCodecContext>? = context
        avcodec_free_context(&context)
    }

    /// The samples that ``send(_:number:)`` takes.
    var samples: AVPixelFormat { context.pointee.pix_fmt }

    /// What is said when this libav has none of a codec's encoders.
    static func absence(of codec: FilmCodec, _ path: String) -> MediaError {
        let names = codec.encoders.map(\.name).joined(separator: " or ")
        return MediaError(
            kind: .unsupported,
            message: "\(quoted(path)) was not begun: this libav cannot write \(codec.title), "
                + "which takes \(names); install \(CodecReport.package)."
        )
    }

    private static func open(
        _ encoder: UnsafePointer<AVCodec>,
        _ row: FilmCodec.EncoderRow,
        _ samples: AVPixelFormat,
        _ settings: FilmSettings,
        _ path: String
    ) throws(MediaError) -> UnsafeMutablePointer<AVCodecContext> {
        var made = avcodec_alloc_context3(encoder)
        let context = try allocated(made, for: path)
        do {
            configure(context, samples, settings)
            for (key, value) in row.options(settings) {
                try Media.check(clibav_set_option(context, key, value), .writing, path)
            }
            try Media.check(clibav_open_encoder(context, encoder), .writing, path)
        } catch {
            avcodec_free_context(&made)
            throw error
        }
        return context
    }

    private static func configure(
        _ context: UnsafeMutablePointer<AVCodecContext>,
        _ samples: AVPixelFormat,
        _ settings: FilmSettings
    ) {
        let rate = settings.frameRate
        context.pointee.width = CInt(settings.size.width)
        context.pointee.height = CInt(settings.size.height)
        context.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
        context.pointee.pix_fmt = samples
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
        if settings.codec.isRGB {
            context.pointee.color_trc = AVCOL_TRC_IEC61966_2_1
            context.pointee.colorspace = AVCOL_SPC_RGB
            context.pointee.color_range = AVCOL_RANGE_JPEG
        } else {
            context.pointee.color_trc = AVCOL_TRC_BT709
            context.pointee.colorspace = AVCOL_SPC_BT709
            context.pointee.color_range = AVCOL_RANGE_MPEG
            context.pointee.chroma_sample_location = AVCHROMA_LOC_LEFT
        }
        context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
    }

    /// Gives the encoder a picture; its pixels are shared, not copied.
    func send(
        _ picture: UnsafeMutablePointer<AVFrame>,
        number: Int
    ) throws(MediaError) {
        try shell.share(picture, number: number)
        defer { shell.empty() }
        shell.pointer.pointee.color_primaries = context.pointee.color_primaries
        shell.pointer.pointee.color_trc = context.pointee.color_trc
        shell.pointer.pointee.colorspace = context.pointee.colorspace
        shell.pointer.pointee.color_range = context.pointee.color_range
        try Media.check(avcodec_send_frame(context, shell.pointer), .writing, path)
        wasGiven = true
    }

    /// Encodes a picture that nobody sees: SVT-AV1 waits for the last packet when it is closed,
    /// and waits for ever where there was none.
    private func giveSomething() {
        var blank = av_frame_alloc()
        var packet = av_packet_alloc()
        defer {
            av_frame_free(&blank)
            av_packet_free(&packet)
        }
        guard let blank, let packet else { return }
        blank.pointee.format = context.pointee.pix_fmt.rawValue
        blank.pointee.width = context.pointee.width
        blank.pointee.height = context.pointee.height
        blank.pointee.pts = 0
        guard av_frame_get_buffer(blank, 0) == 0, avcodec_send_frame(context, blank) == 0,
            avcodec_send_frame(context, nil) == 0
        else { return }
        while avcodec_receive_packet(context, packet) == 0 { av_packet_unref(packet) }
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
