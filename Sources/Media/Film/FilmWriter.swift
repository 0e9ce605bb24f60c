import CLibAV
import Editorial
import Glibc

/// Writes a film of a constant rate, BT.709 or sRGB; one owner.
///
/// Until ``finish()`` only `PATH.partial` exists. The same frames and settings
/// give the same bytes, whatever the time.
package final class FilmWriter: FrameSink {
    private let settings: FilmSettings
    private let path: String
    private let encoder: FilmEncoder
    private let picture: FramePicture
    private let painter: GIFPainter?
    private let stream: UnsafeMutablePointer<AVStream>
    private let packet: UnsafeMutablePointer<AVPacket>
    private let shell: FrameSlot
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
    ///   - soundPath: A film whose sound is copied, packet by packet; what the
    ///     container cannot hold is left out.
    ///   - palette: The colours of a GIF; without one each frame has its own.
    /// - Throws: ``MediaError``: `.unsupported` for settings that make no
    ///   film, `.unwritable`, `.diskFull`.
    package init(
        _ path: String,
        settings: FilmSettings,
        soundOf soundPath: String? = nil,
        palette: GIFPalette? = nil
    ) throws(MediaError) {
        try settings.check(path)
        self.settings = settings
        self.path = path
        encoder = try FilmEncoder(settings, for: path)
        let isGIF = settings.codec == .gif
        painter = isGIF ? try GIFPainter(settings, palette: palette, for: path) : nil
        picture = FramePicture(
            size: settings.size,
            format: isGIF ? AV_PIX_FMT_BGRA : encoder.samples,
            path: path
        )
        let muxer = try Muxer(PartialFile(path), format: settings.container.format)
        stream = try muxer.addStream()
        try check(
            avcodec_parameters_from_context(stream.pointee.codecpar, encoder.context),
            .writing,
            path
        )
        if settings.codec == .h265, settings.container.isQuickTime {
            // Apple's players know H.265 by this tag alone.
            stream.pointee.codecpar.pointee.codec_tag = Muxer.tag("hvc1")
        }
        stream.pointee.time_base = encoder.context.pointee.time_base
        stream.pointee.avg_frame_rate = encoder.context.pointee.framerate
        sound = try soundPath.map { path throws(MediaError) in
            try SoundCarrier(path, into: muxer)
        }
        try muxer.begin(timescale: settings.frameRate.numerator, metadata: settings.metadata)
        self.muxer = muxer
        shell = try FrameSlot(for: path)
        packet = try allocated(av_packet_alloc(), for: path)
    }

    deinit {
        discard()
        var packet: UnsafeMutablePointer<AVPacket>? = packet
        av_packet_free(&packet)
    }

    /// libav's name of the encoder that was chosen.
    package var encoderName: String { encoder.name }

    /// Adds the next frame, of any format; its pixels have been taken on return.
    ///
    /// Transparency is not looked at.
    ///
    /// - Throws: ``MediaError``; the film is then discarded.
    /// - Precondition: The frame has the film's size, and the film is neither
    ///   finished nor discarded.
    package func append(_ frame: Frame) throws(MediaError) {
        precondition(frame.size == settings.size, "A film's frames have its size.")
        precondition(muxer != nil, "A finished film takes no frames.")
        do {
            try picture.fill(from: frame)
            if let painter {
                try shell.share(picture.pointer, number: frameCount)
                try painter.send(shell)
            } else {
                try encoder.send(picture.pointer, number: frameCount)
            }
            frameCount += 1
            try paint()
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
        try painter?.end()
        try paint()
        try encoder.end()
        try drain()
        try sound?.carry(until: .infinity, into: muxer)
        try muxer.finish(comment: settings.metadata["comment"])
    }

    /// Removes what has been written so far; nothing after ``finish()``.
    package func discard() {
        muxer?.file.discard()
        muxer = nil
    }

    /// Hands on what has been painted with a GIF's colours.
    private func paint() throws(MediaError) {
        guard let painter else { return }
        while let painted = try painter.next() {
            try encoder.send(painted.pointer, number: Int(painted.pointer.pointee.pts))
        }
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
