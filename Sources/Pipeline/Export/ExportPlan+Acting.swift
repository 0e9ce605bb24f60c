package import Media
import Rendering

extension ExportPlan {
    /// Writes the film at `output`, which appears only when it is whole.
    ///
    /// `report` is told the share that is done; when it throws, the work stops
    /// and nothing is left behind.
    package func write(to output: String, report: @escaping (Double) throws -> Void) throws {
        if isCopy {
            return try Remux.copy(from: source, to: output, metadata: info.ownMetadata)
        }
        try FilmExport.write(to: output, settings, sound: sound, report: report) { _ in
            try frames()
        }
    }

    /// Returns the frames as they are to be written.
    ///
    /// - Throws: ``MediaError``.
    package func frames() throws -> any FrameSource {
        let film = PostPlan.filmSize(of: info.size)
        let isSized = size != film
        let shrinks = isSized && !FittedSource.enlarges(film, to: size, request.fit)
        let isPlain = !isSized && rate == info.frameRate
        let format = settings.format
        // Only frames that nothing is done to keep more than 8 bits of the film.
        let wanted: FrameFormat =
            shrinks || request.codec.isRGB ? .rgba8 : isPlain ? format : .yuv420p8
        let source = try FilmSource(self.source, size: film, range: range, format: wanted)
        return try ExportPlan.fitted(source, self, format: source.reader.format)
    }

    /// Returns the frames that a pipe brings, at the rate and size that are asked
    /// for; their number is not known.
    ///
    /// `video` says what is in the pipe; nil expects YUV4MPEG2.
    ///
    /// - Throws: ``MediaError``.
    package static func frames(
        ofPipe descriptor: CInt,
        as video: RawVideo?,
        _ request: ExportRequest
    ) throws -> any FrameSource {
        let isKept = request.size == nil || request.size == video?.size
        let format: FrameFormat = isKept ? .yuv420p8 : .rgba8
        var source: any FrameSource = PipeSource(
            try RawVideoReader(descriptor, as: video, format: format)
        )
        if let rate = request.rate, rate != source.rate {
            source = try RateSource(source, to: rate, by: request.rateMethod, format: format)
        }
        guard let size = request.size, size != source.size else { return source }
        return try FittedSource(source, to: size, request.fit, format: format)
    }

    /// Returns frames at the rate and size that are wanted.
    private static func fitted(
        _ film: any FrameSource,
        _ plan: ExportPlan,
        format: FrameFormat
    ) throws -> any FrameSource {
        var source = film
        if plan.rate != source.rate {
            source = try RateSource(
                source,
                to: plan.rate,
                by: plan.request.rateMethod,
                format: format
            )
        }
        guard plan.size != source.size else { return source }
        let enlarges = FittedSource.enlarges(source.size, to: plan.size, plan.request.fit)
        let deep = plan.request.codec.isRGB ? FrameFormat.rgba8 : plan.settings.format
        return try FittedSource(
            source,
            to: plan.size,
            plan.request.fit,
            format: enlarges ? format : deep
        )
    }
}
