import Editorial
package import Media
import Motion
import Rendering

/// A plan carried out on a film, or on a still.
package struct FilmPost {
    private let source: String
    private let plan: PostPlan
    private let seed: UInt32

    package init(source: String, plan: PostPlan, seed: UInt32) {
        self.source = source
        self.plan = plan
        self.seed = seed
    }

    /// Writes the still at `output`, which appears only when it is whole.
    package func writeStill(to output: String) throws {
        let frame = try StillReader.read(source)
        let chain = try PostChain(
            plan,
            size: frame.size,
            rate: FrameRate(24),
            seed: seed,
            format: .rgba8
        )
        chain.open(with: frame)
        try StillWriter.write(try chain.apply(to: frame, at: chain.posterFrame), to: output)
    }

    /// Returns the film's frames with every stage done to them.
    ///
    /// Where frames are steadied, the film is looked through first; `looking` is
    /// told how far that is.
    ///
    /// - Throws: ``MediaError``.
    package func frames(
        range: Range<Int>? = nil,
        looking: (Double) throws -> Void
    ) throws -> any FrameSource {
        let isSteadied = plan.stages.contains { if case .stabilise = $0 { true } else { false } }
        let film = try FilmSource(
            source,
            size: PostPlan.filmSize(of: try MediaInfo(probing: source).size),
            range: range,
            format: plan.keepsFormat && !isSteadied ? .yuv420p8 : .rgba8
        )
        return try frames(of: film, offset: film.range.lowerBound, looking: looking)
    }

    /// Returns the frames that a pipe of YUV4MPEG2 brings, with every stage done
    /// to them; their number is not known.
    ///
    /// - Throws: ``MediaError``.
    /// - Precondition: No stage needs a film, as ``PostStage/needsFilm`` tells.
    package func frames(ofPipe descriptor: CInt) throws -> any FrameSource {
        let format: FrameFormat = plan.keepsFormat ? .yuv420p8 : .rgba8
        let reader = try RawVideoReader(descriptor, as: nil, format: format)
        return try frames(of: PipeSource(reader), offset: 0) { _ in }
    }

    /// Returns a source's frames with every stage done to them.
    ///
    /// - Precondition: They are yuv420p8 or rgba8 as ``PostPlan`` wants them, and
    ///   none is to be steadied unless they are of a file.
    func frames(
        of first: any FrameSource,
        offset: Int,
        looking: (Double) throws -> Void
    ) throws -> any FrameSource {
        var source = first
        let format: FrameFormat = plan.keepsFormat ? .yuv420p8 : .rgba8
        var rest = plan.stages[...]
        while let stage = rest.first {
            let filters = rest.prefix(while: \.isFilter)
            if !filters.isEmpty {
                let chain = PostPlan(Array(filters))
                source = try GradedSource(source, chain, seed: seed, format: format)
                rest = rest.dropFirst(filters.count)
                continue
            }
            switch stage {
            case .stabilise(let strength):
                let plan = try steadying(strength, looking)
                source = try SteadySource(source, plan, format: format, offset: offset)
            case .rate(let rate, let method):
                source = try RateSource(source, to: rate, by: method, format: format)
            case .overlay:
                let overlays = rest.compactMap {
                    if case .overlay(let one) = $0 { one } else { nil }
                }
                source = try PaintedSource(source, overlays)
                rest = rest.dropFirst(overlays.count - 1)
            case .look, .table, .upscale: break
            }
            rest = rest.dropFirst()
        }
        return source
    }

    private func steadying(
        _ strength: Double,
        _ looking: (Double) throws -> Void
    ) throws -> Stabilisation {
        let track = try CameraTrack(reading: source, report: looking)
        return Stabilisation(track, strength: strength)
    }

    /// Writes the film at `output`, which appears only when it is whole.
    ///
    /// `report` is told the share that is done after each frame; when it
    /// throws, the work stops and nothing is left behind.
    package func writeFilm(
        to output: String,
        settings: FilmSettings,
        sound: SoundEdit.Outcome,
        report: @escaping (Double) throws -> Void
    ) throws {
        try FilmExport.write(to: output, settings, sound: sound, report: report) {
            try frames(looking: $0)
        }
    }
}
