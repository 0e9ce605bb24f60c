import CLibAV
import Editorial

/// Finds how many frames a film has.
enum FrameCounter {
    /// More frames than this is a damaged number: a month at 24 a second.
    private static let limit = 100_000_000

    /// Returns the container's count where it agrees with the duration it
    /// gives; otherwise reads the film's packets through, without decoding.
    static func count(
        _ stream: UnsafeMutablePointer<AVStream>,
        of input: InputFile,
        rate: FrameRate
    ) throws(MediaError) -> Int {
        let declared = Int(stream.pointee.nb_frames)
        let duration = stream.pointee.duration
        if (1...limit).contains(declared), duration > 0 {
            let grid = FrameGrid(rate: rate, timeBase: stream.pointee.time_base, origin: 0)
            // Edit lists may hide frames the container counts.
            if abs(grid.index(of: duration) - declared) <= 1 { return declared }
        }
        return try countPackets(of: input.path, rate: rate)
    }

    /// Opens the file anew, so that nobody's place in it is lost.
    private static func countPackets(
        of path: String,
        rate: FrameRate
    ) throws(MediaError) -> Int {
        let input = try InputFile(path)
        let stream = try input.videoStream()
        for index in 0..<Int(input.context.pointee.nb_streams)
        where index != Int(stream.pointee.index) {
            input.context.pointee.streams[index]?.pointee.discard = AVDISCARD_ALL
        }
        guard let packet = av_packet_alloc() else { throw MediaError(outOfMemoryOver: path) }
        defer {
            var doomed: UnsafeMutablePointer<AVPacket>? = packet
            av_packet_free(&doomed)
        }
        var tally = Tally()
        while true {
            let code = av_read_frame(input.context, packet)
            if code == clibav_error_eof || code == clibav_error_invalid_data { break }
            try check(code, .reading, path)
            if packet.pointee.stream_index == stream.pointee.index { tally.add(packet) }
            av_packet_unref(packet)
        }
        return min(limit, tally.frames(at: rate, timeBase: stream.pointee.time_base))
    }

    private struct Tally {
        var packets = 0
        var first = Int64.max
        var last = Int64.min

        mutating func add(_ packet: UnsafePointer<AVPacket>) {
            guard packet.pointee.flags & AV_PKT_FLAG_DISCARD == 0 else { return }
            packets += 1
            let shown =
                packet.pointee.pts == clibav_no_pts ? packet.pointee.dts : packet.pointee.pts
            guard shown != clibav_no_pts else { return }
            first = min(first, shown)
            last = max(last, shown)
        }

        func frames(at rate: FrameRate, timeBase: AVRational) -> Int {
            guard first <= last else { return packets }
            let count = 1 + FrameGrid(rate: rate, timeBase: timeBase, origin: first).index(of: last)
            // The grid's rate is the packets' average, so more is a damaged time.
            return count <= 4 * packets + 100 ? count : packets
        }
    }
}
