package import Media

/// Films written from frames and sound.
package enum FilmExport {
    /// Writes a film, which appears only when it is whole.
    ///
    /// - Parameters:
    ///   - output: What it is to be called.
    ///   - settings: How it is encoded.
    ///   - sound: What becomes of its sound.
    ///   - report: Told the share that is done; when it throws, the work stops
    ///     and nothing is left behind.
    ///   - frames: Makes the frames; called again where they are looked
    ///     through twice, as for a GIF's colours. It is given what to tell of
    ///     work that comes before the first.
    /// - Throws: ``MediaError``, and whatever `report` throws.
    package static func write(
        to output: String,
        _ settings: FilmSettings,
        sound: SoundEdit.Outcome,
        report: @escaping (Double) throws -> Void,
        frames: (_ looking: (Double) throws -> Void) throws -> any FrameSource
    ) throws {
        try settings.check(output)
        var source = try frames { try report($0 * 0.2) }
        var palette: GIFPalette?
        if settings.codec == .gif, source.frameCount != nil {
            palette = try FilmRun.palette(of: source, for: output) { try report(0) }
            source = try frames { _ in try report(0) }
        }
        let prepared = try sound.prepared(beside: output)
        let writer = try FilmWriter(
            output,
            settings: settings,
            soundOf: prepared.path,
            palette: palette
        )
        let count = Double(max(1, source.frameCount ?? 0))
        try FilmRun.write(source, to: writer) { done in
            try report(source.frameCount == nil ? 0 : Double(done) / count)
        }
        withExtendedLifetime(prepared) {}
    }
}
