import CLibAV

/// Decodes a file's sound from its beginning; one owner.
final class SoundReader {
    let rate: Int
    let format: AVSampleFormat
    /// libav's words for the channels, such as `stereo`.
    let layout: String
    private let input: InputFile
    private let stream: UnsafeMutablePointer<AVStream>
    private let context: UnsafeMutablePointer<AVCodecContext>
    private let packet: UnsafeMutablePointer<AVPacket>
    /// When the film's first picture is shown, in the sound's own unit.
    private let origin: Int64
    private var isDraining = false

    /// - Throws: ``MediaError`` when the file has no sound, or none that this
    ///   libav can decode.
    init(_ path: String) throws(MediaError) {
        let input = try InputFile(path, takesSound: true)
        let index = av_find_best_stream(input.context, AVMEDIA_TYPE_AUDIO, -1, -1, nil, 0)
        guard index >= 0, let stream = input.context.pointee.streams[Int(index)] else {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) holds no sound; choose a file that does."
            )
        }
        let context = try SoundReader.open(stream, path)
        self.input = input
        self.stream = stream
        self.context = context
        packet = try allocated(av_packet_alloc(), for: path)
        rate = Int(context.pointee.sample_rate)
        format = context.pointee.sample_fmt
        layout = SoundReader.name(of: &context.pointee.ch_layout)
        let unit = stream.pointee.time_base
        if let video = try? input.videoStream(), video.pointee.start_time != clibav_no_pts {
            origin = av_rescale_q(video.pointee.start_time, video.pointee.time_base, unit)
        } else {
            origin = 0
        }
    }

    deinit {
        var context: UnsafeMutablePointer<AVCodecContext>? = context
        avcodec_free_context(&context)
        var packet: UnsafeMutablePointer<AVPacket>? = packet
        av_packet_free(&packet)
    }

    /// Decodes the next piece, stamped in samples since the film's first
    /// picture; false at the end.
    ///
    /// Damaged packets are passed over, as players do.
    func next(into frame: UnsafeMutablePointer<AVFrame>) throws(MediaError) -> Bool {
        while true {
            let code = avcodec_receive_frame(context, frame)
            if code == 0 {
                guard isUsable(frame) else { continue }
                stamp(frame)
                return true
            }
            if code == clibav_error_eof { return false }
            if code != clibav_error_again { try check(code, .reading, input.path) }
            try feed()
        }
    }

    /// Whether a piece is of the kind that the file announced.
    private func isUsable(_ frame: UnsafeMutablePointer<AVFrame>) -> Bool {
        frame.pointee.format == format.rawValue && Int(frame.pointee.sample_rate) == rate
            && frame.pointee.ch_layout.nb_channels == context.pointee.ch_layout.nb_channels
    }

    private func stamp(_ frame: UnsafeMutablePointer<AVFrame>) {
        let shown = frame.pointee.best_effort_timestamp
        guard shown != clibav_no_pts else { return }
        let unit = AVRational(num: 1, den: CInt(rate))
        let (elapsed, overflow) = shown.subtractingReportingOverflow(origin)
        frame.pointee.pts =
            overflow ? clibav_no_pts : av_rescale_q(elapsed, stream.pointee.time_base, unit)
    }

    private func feed() throws(MediaError) {
        while !isDraining {
            let code = av_read_frame(input.context, packet)
            if code == clibav_error_eof || code == clibav_error_invalid_data {
                isDraining = true
                avcodec_send_packet(context, nil)
                return
            }
            try check(code, .reading, input.path)
            defer { av_packet_unref(packet) }
            if packet.pointee.stream_index == stream.pointee.index {
                avcodec_send_packet(context, packet)
                return
            }
        }
    }

    private static func open(
        _ stream: UnsafeMutablePointer<AVStream>,
        _ path: String
    ) throws(MediaError) -> UnsafeMutablePointer<AVCodecContext> {
        guard let parameters = stream.pointee.codecpar,
            let codec = avcodec_find_decoder(parameters.pointee.codec_id)
        else { throw MediaError(libAV: clibav_error_no_decoder, .reading, path) }
        var made = avcodec_alloc_context3(codec)
        let context = try allocated(made, for: path)
        do throws(MediaError) {
            try check(avcodec_parameters_to_context(context, parameters), .reading, path)
            context.pointee.pkt_timebase = stream.pointee.time_base
            context.pointee.thread_count = 1
            try check(avcodec_open2(context, codec, nil), .reading, path)
            let isSane =
                (1000...768_000).contains(context.pointee.sample_rate)
                && (1...64).contains(context.pointee.ch_layout.nb_channels)
                && context.pointee.sample_fmt != AV_SAMPLE_FMT_NONE
            if !isSane { throw MediaError(damaged: path, "its sound makes no sense") }
        } catch {
            avcodec_free_context(&made)
            throw error
        }
        return context
    }

    private static func name(of layout: inout AVChannelLayout) -> String {
        if layout.order == AV_CHANNEL_ORDER_UNSPEC {
            clibav_default_layout(&layout, layout.nb_channels)
        }
        var text = [CChar](repeating: 0, count: 256)
        av_channel_layout_describe(&layout, &text, text.count)
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
