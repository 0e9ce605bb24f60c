import CLibAV
import Glibc

/// Copies a film's sound into another that is being written; one owner.
final class SoundCarrier {
    private typealias Track = (
        target: UnsafeMutablePointer<AVStream>, unit: AVRational, start: Int64
    )

    private let input: InputFile
    private let packet: UnsafeMutablePointer<AVPacket>
    private var tracks: [CInt: Track] = [:]
    /// Whether `packet` holds one that was read too early.
    private var isWaiting = false
    private var isAtEnd = false

    /// Adds a stream for each of a film's sounds that the container can hold.
    ///
    /// The film's first picture is moved to time 0, and the sound with it.
    init(_ path: String, into muxer: Muxer) throws(MediaError) {
        input = try InputFile(path, takesSound: true)
        packet = try allocated(av_packet_alloc(), for: path)
        // Sound alone begins where it says.
        let video = try? input.videoStream()
        let start = video?.pointee.start_time ?? clibav_no_pts
        for index in 0..<Int(input.context.pointee.nb_streams) {
            guard let stream = input.context.pointee.streams[index] else { continue }
            guard let parameters = stream.pointee.codecpar,
                parameters.pointee.codec_type == AVMEDIA_TYPE_AUDIO,
                avformat_query_codec(
                    muxer.context.pointee.oformat,
                    parameters.pointee.codec_id,
                    FF_COMPLIANCE_NORMAL
                ) == 1
            else {
                stream.pointee.discard = AVDISCARD_ALL
                continue
            }
            let target = try muxer.addStream()
            try Remux.describe(target, like: stream, path)
            let unit = stream.pointee.time_base
            let offset =
                video.map {
                    start == clibav_no_pts ? 0 : av_rescale_q(start, $0.pointee.time_base, unit)
                }
            tracks[CInt(index)] = (target, unit, offset ?? 0)
        }
    }

    deinit {
        var packet: UnsafeMutablePointer<AVPacket>? = packet
        av_packet_free(&packet)
    }

    /// Writes the sound up to a time of the film; the rest stays for later.
    func carry(until seconds: Double, into muxer: Muxer) throws(MediaError) {
        while try hasPacket() {
            guard let track = tracks[packet.pointee.stream_index] else {
                drop()
                continue
            }
            let stamp =
                packet.pointee.dts == clibav_no_pts ? packet.pointee.pts : packet.pointee.dts
            let time =
                stamp == clibav_no_pts
                ? 0 : Double(stamp &- track.start) * Double(track.unit.num) / Double(track.unit.den)
            guard time <= seconds else { return }
            isWaiting = false
            shift(by: track.start)
            av_packet_rescale_ts(packet, track.unit, track.target.pointee.time_base)
            packet.pointee.stream_index = track.target.pointee.index
            packet.pointee.pos = -1
            try muxer.write(packet)
        }
    }

    private func shift(by start: Int64) {
        if packet.pointee.pts != clibav_no_pts { packet.pointee.pts &-= start }
        if packet.pointee.dts != clibav_no_pts { packet.pointee.dts &-= start }
    }

    private func drop() {
        av_packet_unref(packet)
        isWaiting = false
    }

    /// Reads the next packet, unless one waits; false at the end.
    private func hasPacket() throws(MediaError) -> Bool {
        if isWaiting { return true }
        guard !isAtEnd, !tracks.isEmpty else { return false }
        let code = av_read_frame(input.context, packet)
        if code == clibav_error_eof || code == clibav_error_invalid_data {
            isAtEnd = true
            return false
        }
        try check(code, .reading, input.path)
        isWaiting = true
        return true
    }
}
