import Editorial
import Media
import Pipeline

/// A film that is written from frames of a pipe.
struct PipeFilm {
    let path: String
    let settings: FilmSettings
    let asJSON: Bool

    /// Writes the film to its end, and says so.
    func write(_ source: any FrameSource, _ interrupt: Interrupt) throws {
        let started = Wiring.now()
        var frames = 0
        try FilmRun.write(source, to: FilmWriter(path, settings: settings)) { done in
            frames = done
            try interrupt.check()
        }
        try FilmReport(
            path: path,
            size: source.size,
            frames: frames,
            fps: source.rate.framesPerSecond,
            seconds: Double(Wiring.now() - started) / 1000
        ).print(asJSON: asJSON)
    }
}
