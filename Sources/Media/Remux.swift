import CLibAV
import Glibc

/// Copies films without decoding them.
package enum Remux {
    /// Writes a film's picture, sound and subtitles, untouched, into a new
    /// file with new tags.
    ///
    /// MP4 and MOV start fast. The name appears only when the file is on the
    /// disk.
    ///
    /// - Parameters:
    ///   - source: The film; it may be the target, too.
    ///   - target: Ends in `.mp4`, `.mov`, `.mkv` or `.webm`; streams the
    ///     container cannot hold are left out.
    ///   - metadata: Replaces the tags of the original.
    /// - Throws: ``MediaError``
    package static func copy(
        from source: String,
        to target: String,
        metadata: [String: String]
    ) throws(MediaError) {
        let format = try container(target)
        let input = try InputFile(source)
        let video = try input.videoStream()
        let muxer = try Muxer(PartialFile(target), format: format)
        let targets = try addStreams(of: input, to: muxer)
        guard targets[video.pointee.index] != nil else {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(target)) was not written: its container cannot hold the film; "
                    + "let the name end in .mkv."
            )
        }
        let unit = video.pointee.time_base
        let isSimple = unit.num > 0 && unit.num <= unit.den
        try muxer.begin(timescale: isSimple ? Int(unit.den) : nil, metadata: metadata)
        try copyPackets(of: input, to: muxer, targets)
        try muxer.finish()
    }

    static func container(_ path: String) throws(MediaError) -> String {
        switch fileEnding(path) {
        case "mp4", "m4v": return "mp4"
        case "mov": return "mov"
        case "mkv": return "matroska"
        case "webm": return "webm"
        default:
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) was not written: films are MP4, MOV, MKV or WebM; "
                    + "let the name end in .mp4."
            )
        }
    }

    /// Makes a stream for each of the input's that the container can hold.
    static func addStreams(
        of input: InputFile,
        to muxer: Muxer
    ) throws(MediaError) -> [CInt: UnsafeMutablePointer<AVStream>] {
        var targets: [CInt: UnsafeMutablePointer<AVStream>] = [:]
        let kinds = [AVMEDIA_TYPE_VIDEO, AVMEDIA_TYPE_AUDIO, AVMEDIA_TYPE_SUBTITLE]
        for index in 0..<Int(input.context.pointee.nb_streams) {
            guard let stream = input.context.pointee.streams[index],
                let parameters = stream.pointee.codecpar,
                kinds.contains(parameters.pointee.codec_type),
                stream.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC == 0,
                avformat_query_codec(
                    muxer.context.pointee.oformat,
                    parameters.pointee.codec_id,
                    FF_COMPLIANCE_NORMAL
                ) == 1
            else {
                input.context.pointee.streams[index]?.pointee.discard = AVDISCARD_ALL
                continue
            }
            let copy = try muxer.addStream()
            try describe(copy, like: stream, muxer.file.path)
            targets[CInt(index)] = copy
        }
        return targets
    }

    static func describe(
        _ copy: UnsafeMutablePointer<AVStream>,
        like stream: UnsafeMutablePointer<AVStream>,
        _ path: String
    ) throws(MediaError) {
        try check(
            avcodec_parameters_copy(copy.pointee.codecpar, stream.pointee.codecpar),
            .writing,
            path
        )
        // Tags are a container's own; the new one chooses.
        copy.pointee.codecpar.pointee.codec_tag = 0
        copy.pointee.time_base = stream.pointee.time_base
        copy.pointee.avg_frame_rate = stream.pointee.avg_frame_rate
        copy.pointee.sample_aspect_ratio = stream.pointee.sample_aspect_ratio
        copy.pointee.disposition = stream.pointee.disposition
        var count = 0
        let kind = AV_PKT_DATA_DISPLAYMATRIX
        guard let matrix = av_stream_get_side_data(stream, kind, &count) else { return }
        let bytes = try allocated(av_stream_new_side_data(copy, kind, count), for: path)
        memcpy(bytes, matrix, count)
    }

    /// Writes every packet of an input to the stream that stands for its own.
    ///
    /// `moving` may set its times, in its own stream's unit; false leaves it out.
    static func copyPackets(
        of input: InputFile,
        to muxer: Muxer,
        _ targets: [CInt: UnsafeMutablePointer<AVStream>],
        moving: (UnsafeMutablePointer<AVPacket>) -> Bool = { _ in true }
    ) throws(MediaError) {
        let packet = try allocated(av_packet_alloc(), for: input.path)
        defer {
            var doomed: UnsafeMutablePointer<AVPacket>? = packet
            av_packet_free(&doomed)
        }
        while true {
            let code = av_read_frame(input.context, packet)
            if code == clibav_error_eof { return }
            try check(code, .reading, input.path)
            let index = packet.pointee.stream_index
            guard let target = targets[index],
                let source = input.context.pointee.streams[Int(index)],
                moving(packet)
            else {
                av_packet_unref(packet)
                continue
            }
            av_packet_rescale_ts(packet, source.pointee.time_base, target.pointee.time_base)
            packet.pointee.stream_index = target.pointee.index
            packet.pointee.pos = -1
            try muxer.write(packet)
        }
    }
}
