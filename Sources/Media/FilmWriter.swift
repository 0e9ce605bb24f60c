import CLibAV
import Editorial
import Glibc

/// Writes a film: H.264 in MP4, 4:2:0 of 8 or 10 bits, BT.709, a constant rate; one owner.
///
/// Until ``finish()`` only `PATH.partial` exists. The same frames and settings
/// give the same bytes, whatever the time.
package final class FilmWriter {
    private let settings: FilmSettings
    private let path: String
    private let encoder: FilmEncoder
    private let converter = PictureConverter()
    private let stream: UnsafeMutablePointer<AVStream>
    private let packet: UnsafeMutablePointer<AVPacket>
    private var converted: Frame?
    private var frameCount = 0
    /// Nil once finished or discarded.
    private var muxer: Muxer?
    /// The sound that goes along untouched.
    private let sound: SoundCarrier?

    /// Begins `PATH.partial`; one left there before is replaced.
    ///
    /// - Parameters:
    ///   - path: What the film is to be called.
    ///   - settings: How it is encoded.
    ///   - soundPath: A film whose sound is copied, packet by packet; what MP4
    ///     cannot hold is left out.
    /// - Throws: ``MediaError``: `.unsupported` for settings that make no
    ///   film, `.unwritable`, `.diskFull`.
    package init(
        _ path: String,
        settings: FilmSettings,
        soundOf soundPath: String? = nil
    ) throws(MediaError) {
        try settings.check(path)
        self.settings = settings
        self.path = path
        encoder = try FilmEncoder(settings, for: path)
        let muxer = try Muxer(PartialFile(path), format: "mp4")
        stream = try muxer.addStream()
        let parameters = stream.pointee.codecpar
        try check(
            avcodec_parameters_from_context(parameters, encoder.context),
            .writing,
            path
        )
        stream.pointee.time_base = encoder.context.pointee.time_base
        stream.pointee.avg_frame_rate = encoder.context.pointee.framerate
        sound = try soundPath.map { path throws(MediaError) in
            try SoundCarrier(path, into: muxer)
        }
        try muxer.begin(timescale: settings.frameRate.numerator, metadata: settings.metadata)
        self.muxer = muxer
        packet = try allocated(av_packet_alloc(), for: path)
    }

    deinit {
        discard()
        var packet: UnsafeMutablePointer<AVPacket>? = packet
        av_packet_free(&packet)
    }

    /// Adds the next frame, rgba8 or of the settings' format; its pixels have
    /// been taken on return.
    ///
    /// Transparency is not looked at.
    ///
    /// - Throws: ``MediaError``; the film is then discarded.
    /// - Precondition: The frame has the film's size and format, or is rgba8, and
    ///   the film is neither finished nor discarded.
    package func append(_ frame: Frame) throws(MediaError) {
        precondition(frame.size == settings.size, "A film's frames have its size.")
        precondition(
            frame.format == .rgba8 || frame.format == settings.format,
            "A film's frames have its format."
        )
        precondition(muxer != nil, "A finished film takes no frames.")
        do {
            try encoder.send(limited(frame), number: frameCount)
            frameCount += 1
            try drain()
            let seconds = Double(frameCount) / settings.frameRate.framesPerSecond
            if let muxer { try sound?.carry(until: seconds, into: muxer) }
        } catch {
            discard()
            throw error
        }
    }

    /// Completes the film, brings it to the disk and gives it its name.
    ///
    /// - Throws: ``MediaError``; the film is then discarded.
    /// - Precondition: The film is neither finished nor discarded.
    package func finish() throws(MediaError) {
        guard let muxer else { preconditionFailure("A film is finished once.") }
        defer { discard() }
        guard frameCount > 0 else {
            throw MediaError(
                kind: .unsupported,
                message:
                    "\(quoted(path)) was not written: it would have no frames; add at least one."
            )
        }
        try encoder.end()
        try drain()
        try sound?.carry(until: .infinity, into: muxer)
        try muxer.finish()
    }

    /// Removes what has been written so far; nothing after ``finish()``.
    package func discard() {
        muxer?.file.discard()
        muxer = nil
    }

    /// Returns the frame as the encoder takes it.
    private func limited(_ frame: Frame) throws(MediaError) -> Frame {
        guard frame.format == .rgba8 else { return frame }
        let target: Frame
        if let converted {
            target = converted
        } else {
            target = try Frame(size: settings.size, format: settings.format)
            converted = target
        }
        // Should the encoder still hold the last picture, this makes way.
        try check(av_frame_make_writable(target.pointer), .writing, path)
        try converter.convert(
            frame.pointer,
            meaning: .film,
            to: target.pointer,
            meaning: .film,
            for: path
        )
        return target
    }

    private func drain() throws(MediaError) {
        while try encoder.receive(packet) {
            packet.pointee.stream_index = stream.pointee.index
            // x264 does not say how long a frame is shown, and the last one's
            // end is the film's.
            packet.pointee.duration = 1
            av_packet_rescale_ts(
                packet,
                encoder.context.pointee.time_base,
                stream.pointee.time_base
            )
            try muxer?.write(packet)
        }
    }
}
