import Editorial
import Media
import Motion
import Rendering

/// A film from elsewhere, brought to a draft's size, rate and length, with the draft's looks on it.
struct ConformedFilm {
    let film: ForeignFilm
    let draft: Draft
    let direction: ShotDirection

    /// Writes it at `output`, which appears only when it is whole; its sound
    /// stays with it.
    ///
    /// - Throws: ``MediaError``, and whatever `report` throws.
    func write(to output: String, report: @escaping (Double) throws -> Void) throws {
        let sound = film.sound.map { path -> SoundEdit.Outcome in
            let track = SoundPlan.Track(path, length: draft.duration)
            return .mixed(SoundPlan(tracks: [track], length: draft.duration))
        }
        let settings = FilmSettings(size: draft.size, frameRate: draft.frameRate)
        try FilmExport.write(to: output, settings, sound: sound ?? .silent, report: report) { _ in
            try frames()
        }
    }

    private func frames() throws -> any FrameSource {
        var source = film.frames
        if source.rate != draft.frameRate {
            source = try RateSource(source, to: draft.frameRate, by: .blend, format: .rgba8)
        }
        if source.size != draft.size {
            source = try FittedSource(source, to: draft.size, .crop, format: .rgba8)
        }
        if let look = direction.look {
            let plan = PostPlan([.look(look, title: "look")])
            source = try GradedSource(source, plan, seed: draft.seed, format: .rgba8)
        }
        return CutSource(source, frameCount: draft.frameCount)
    }
}

/// The first frames of a source; where there are fewer, its last one stands.
private final class CutSource: FrameSource {
    private let source: any FrameSource
    private let wanted: Int

    init(_ source: any FrameSource, frameCount: Int) {
        self.source = source
        wanted = frameCount
    }

    var size: PixelSize { source.size }
    var rate: FrameRate { source.rate }
    var frameCount: Int? { wanted }

    func frame(at index: FrameIndex) throws -> Frame? {
        guard index.value < wanted else { return nil }
        let last = max(1, source.frameCount ?? wanted) - 1
        return try source.frame(at: FrameIndex(min(index.value, last)))
    }
}
