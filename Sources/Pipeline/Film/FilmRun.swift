import Editorial
package import Media

/// Frames on their way from where they are made to where they are kept.
package enum FilmRun {
    /// Gives a sink every frame of a source.
    ///
    /// `report` is told how many are done after each; when it throws, the work
    /// stops and the sink is discarded.
    package static func write(
        _ source: any FrameSource,
        to sink: any FrameSink,
        report: (Int) throws -> Void
    ) throws {
        do {
            var index = 0
            while let frame = try source.frame(at: FrameIndex(index)) {
                try sink.append(frame)
                index += 1
                try report(index)
            }
            try sink.finish()
        } catch {
            sink.discard()
            throw error
        }
    }

    /// Returns the colours that serve a source's frames best, looking at no
    /// more than a hundred and twenty, evenly spread.
    package static func palette(
        of source: any FrameSource,
        for path: String,
        report: () throws -> Void
    ) throws -> GIFPalette {
        let palette = try GIFPalette(size: source.size, for: path)
        let step = max(1, (source.frameCount ?? 0) / 120)
        var index = 0
        while let frame = try source.frame(at: FrameIndex(index)) {
            try palette.add(frame)
            try report()
            index += step
        }
        return palette
    }
}
