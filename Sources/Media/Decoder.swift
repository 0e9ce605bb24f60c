import CLibAV
import Editorial
import Glibc

/// Turns the packets of one stream into pictures, in the order of showing.
///
/// Damaged packets are passed over, as players do, but never without end.
final class Decoder {
    /// How many packets may pass without a picture before the stream counts
    /// as damaged.
    ///
    /// Threads and B-frames hold back fewer than a hundred.
    private static let patience = 2000

    let stream: UnsafeMutablePointer<AVStream>
    private let input: InputFile
    private let context: UnsafeMutablePointer<AVCodecContext>
    private let packet: UnsafeMutablePointer<AVPacket>
    private var isDraining = false
    private var waitsForKey = false
    /// When the keyframe last sought to is shown.
    ///
    /// What an open group shows
    /// before it leans on pictures that were not decoded.
    private var keyTimestamp = Int64.min

    /// - Throws: ``MediaError`` when this libav has no decoder for the stream.
    init(_ input: InputFile, _ effort: DecodingEffort = .exact) throws(MediaError) {
        let stream = try input.videoStream()
        let path = input.path
        guard let parameters = stream.pointee.codecpar,
            let codec = avcodec_find_decoder(parameters.pointee.codec_id)
        else { throw MediaError(libAV: clibav_error_no_decoder, .reading, path) }
        try PixelLimit.checkDeclared(parameters, path)

        var context = avcodec_alloc_context3(codec)
        var packet = av_packet_alloc()
        guard let opened = context, let carrier = packet else {
            avcodec_free_context(&context)
            av_packet_free(&packet)
            throw MediaError(outOfMemoryOver: path)
        }
        do {
            try check(avcodec_parameters_to_context(opened, parameters), .reading, path)
            opened.pointee.pkt_timebase = stream.pointee.time_base
            opened.pointee.thread_count = effort == .quick ? 1 : 0
            if effort == .quick { opened.pointee.skip_loop_filter = AVDISCARD_ALL }
            opened.pointee.thread_type =
                input.isPicture ? FF_THREAD_SLICE : FF_THREAD_FRAME | FF_THREAD_SLICE
            if parameters.pointee.codec_id == AV_CODEC_ID_MJPEG, input.isPicture {
                // Otherwise a photograph cut off would be grey from there on.
                opened.pointee.err_recognition |= AV_EF_EXPLODE
            }
            opened.pointee.max_pixels = Int64(input.isPicture ? PixelLimit.still : PixelLimit.film)
            try check(avcodec_open2(opened, codec, nil), .reading, path)
        } catch {
            avcodec_free_context(&context)
            av_packet_free(&packet)
            throw error
        }
        self.input = input
        self.stream = stream
        self.context = opened
        self.packet = carrier
    }

    deinit {
        var context: UnsafeMutablePointer<AVCodecContext>? = context
        avcodec_free_context(&context)
        var packet: UnsafeMutablePointer<AVPacket>? = packet
        av_packet_free(&packet)
    }

    /// Decodes the next picture into `frame`; false at the end.
    func next(into frame: UnsafeMutablePointer<AVFrame>) throws(MediaError) -> Bool {
        var damage: CInt = 0
        for _ in 0..<Decoder.patience {
            switch avcodec_receive_frame(context, frame) {
            case 0:
                let timestamp = frame.pointee.best_effort_timestamp
                if timestamp == clibav_no_pts || timestamp >= keyTimestamp { return true }
                av_frame_unref(frame)
            case clibav_error_eof:
                // A still whose only packet was refused has no other excuse.
                if damage < 0, input.isPicture { try check(damage, .reading, input.path) }
                return false
            case clibav_error_again: break
            case clibav_error(ENOMEM): throw MediaError(outOfMemoryOver: input.path)
            case let code: damage = code
            }
            let code = try feed()
            if code < 0 { damage = code }
        }
        throw MediaError(
            damaged: input.path,
            damage < 0 ? libAVReason(damage) : "no picture in \(Decoder.patience) packets"
        )
    }

    /// Goes to a keyframe at or before a time of the stream; false when the
    /// container cannot.
    func seek(to timestamp: Int64) -> Bool {
        let index = stream.pointee.index
        guard av_seek_frame(input.context, index, timestamp, AVSEEK_FLAG_BACKWARD) >= 0
        else { return false }
        avcodec_flush_buffers(context)
        isDraining = false
        waitsForKey = true
        keyTimestamp = .min
        return true
    }

    /// Sends one packet, or the end; returns what the decoder had against it.
    private func feed() throws(MediaError) -> CInt {
        if isDraining { return clibav_error_eof }
        guard try readPacket() else {
            isDraining = true
            return min(0, avcodec_send_packet(context, nil))
        }
        defer { av_packet_unref(packet) }
        if waitsForKey {
            guard packet.pointee.flags & AV_PKT_FLAG_KEY != 0 else { return 0 }
            waitsForKey = false
            // The least number there is stands for no timestamp, too.
            keyTimestamp = packet.pointee.pts
        }
        let code = avcodec_send_packet(context, packet)
        if code == clibav_error(ENOMEM) { throw MediaError(outOfMemoryOver: input.path) }
        return min(0, code)
    }

    /// Reads the stream's next packet; false at the end.
    ///
    /// Packets of other streams are passed over: the file's length bounds them.
    private func readPacket() throws(MediaError) -> Bool {
        while true {
            let code = av_read_frame(input.context, packet)
            // What a container cannot make sense of ends it, like its end.
            if code == clibav_error_eof || code == clibav_error_invalid_data { return false }
            try check(code, .reading, input.path)
            if packet.pointee.stream_index == stream.pointee.index { return true }
            av_packet_unref(packet)
        }
    }
}

extension PixelLimit {
    /// Checks the size a container declares, if it declares one.
    fileprivate static func checkDeclared(
        _ parameters: UnsafePointer<AVCodecParameters>,
        _ path: String
    ) throws(MediaError) {
        let size = PixelSize(
            width: Int(parameters.pointee.width),
            height: Int(parameters.pointee.height)
        )
        if size.width > 0, size.height > 0 { try checkFilm(size, path) }
    }
}
