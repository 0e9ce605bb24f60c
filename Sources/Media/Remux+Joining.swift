import CLibAV
import Glibc

extension Remux {
    /// Whether films are of one kind, so that their packets may follow each
    /// other in one file: codecs, their headers, sizes and units are the same.
    ///
    /// False, too, where one cannot be read.
    package static func canJoin(_ paths: [String]) -> Bool {
        guard let first = paths.first, let model = try? kinds(first), !model.isEmpty else {
            return false
        }
        return paths.dropFirst().allSatisfy { path in
            guard let other = try? kinds(path) else { return false }
            return other == model
        }
    }

    /// Writes films of one kind one after the other, untouched.
    ///
    /// - Throws: ``MediaError``
    /// - Precondition: ``canJoin(_:)`` has said so.
    package static func join(
        _ paths: [String],
        to target: String,
        metadata: [String: String]
    ) throws(MediaError) {
        guard let first = paths.first else { preconditionFailure("Films are joined of some.") }
        let muxer = try Muxer(PartialFile(target), format: try container(target))
        let model = try InputFile(first)
        let targets = try addStreams(of: model, to: muxer)
        let video = try model.videoStream()
        let unit = video.pointee.time_base
        let isSimple = unit.num > 0 && unit.num <= unit.den
        try muxer.begin(timescale: isSimple ? Int(unit.den) : nil, metadata: metadata)
        var joint = Joint()
        for path in paths {
            let input = try InputFile(path)
            try joint.add(input, to: muxer, targets)
        }
        try muxer.finish()
    }

    /// What must be the same in two films; empty for one that cannot be joined.
    private static func kinds(_ path: String) throws(MediaError) -> [StreamKind] {
        let input = try InputFile(path)
        guard !input.isPicture, !input.isStill else { return [] }
        let video = try input.videoStream()
        // Others begin late, or with pictures that are not shown.
        guard video.pointee.start_time == 0 else { return [] }
        return (0..<Int(input.context.pointee.nb_streams)).compactMap { index in
            input.context.pointee.streams[index].map(StreamKind.init)
        }
    }

    private struct StreamKind: Hashable {
        var type: CInt
        var codec: UInt32
        var sides: [CInt]
        var format: CInt
        var rate: [CInt]
        var header: [UInt8]

        init(_ stream: UnsafeMutablePointer<AVStream>) {
            let facts = stream.pointee.codecpar.pointee
            type = facts.codec_type.rawValue
            codec = facts.codec_id.rawValue
            sides = [facts.width, facts.height, facts.sample_rate, facts.ch_layout.nb_channels]
            format = facts.format
            rate = [
                stream.pointee.time_base.num, stream.pointee.time_base.den,
                stream.pointee.avg_frame_rate.num, stream.pointee.avg_frame_rate.den,
            ]
            let isSound = facts.codec_type == AVMEDIA_TYPE_AUDIO
            // A sound's average is of no meaning.
            if isSound { rate = Array(rate.prefix(2)) }
            header = Array(
                UnsafeBufferPointer(start: facts.extradata, count: Int(facts.extradata_size))
            )
        }
    }

    /// Where the next film begins.
    private struct Joint {
        /// In each stream's own unit.
        private var offsets: [CInt: Int64] = [:]
        private var written: [CInt: Int64] = [:]

        mutating func add(
            _ input: InputFile,
            to muxer: Muxer,
            _ targets: [CInt: UnsafeMutablePointer<AVStream>]
        ) throws(MediaError) {
            try Remux.copyPackets(of: input, to: muxer, targets) { place($0) }
            try advance(past: input, targets)
        }

        /// Returns false for sound that leads into a film: it has no room behind another's.
        private mutating func place(_ packet: UnsafeMutablePointer<AVPacket>) -> Bool {
            let index = packet.pointee.stream_index
            let offset = offsets[index, default: 0]
            packet.pointee.pts &+= packet.pointee.pts == clibav_no_pts ? 0 : offset
            packet.pointee.dts &+= packet.pointee.dts == clibav_no_pts ? 0 : offset
            if let last = written[index], packet.pointee.dts <= last { return false }
            written[index] = packet.pointee.dts
            return true
        }

        private mutating func advance(
            past input: InputFile,
            _ targets: [CInt: UnsafeMutablePointer<AVStream>]
        ) throws(MediaError) {
            let video = try input.videoStream()
            for index in targets.keys {
                guard let stream = input.context.pointee.streams[Int(index)] else { continue }
                let length = av_rescale_q(
                    video.pointee.duration,
                    video.pointee.time_base,
                    stream.pointee.time_base
                )
                offsets[index, default: 0] += length
            }
        }
    }
}
