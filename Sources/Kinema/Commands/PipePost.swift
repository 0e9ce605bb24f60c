import Editorial
import Glibc
import Media
import Pipeline

/// Post-processing whose source or target, or both, is a pipe of YUV4MPEG2.
struct PipePost {
    let file: String
    let plan: PostPlan
    let seed: UInt32
    let sound: SoundOptions
    let writing: WritingOptions

    func run() throws {
        guard sound.changesNothing else {
            throw Complaint(
                "Sound does not go through a pipe; change it where the film is a file.",
                code: .usage
            )
        }
        if writing.dryRun { return try report() }
        let source = try frames()
        let interrupt = Interrupt()
        guard writing.output == "-" else { return try writeFile(source, interrupt) }
        let sink = try PipeExport.standardOutput(
            as: .y4m(size: source.size, frameRate: source.rate, isDeep: false)
        )
        try FilmRun.write(source, to: sink) { _ in try interrupt.check() }
    }

    private func frames() throws -> any FrameSource {
        let post = FilmPost(source: file, plan: plan, seed: seed)
        guard file == "-" else { return try post.frames { _ in } }
        guard plan.stages.allSatisfy({ !$0.needsFilm }) else {
            throw Complaint(
                "A pipe goes by once and does not say how long it is; "
                    + "steady a film, or give it another frame rate, as a file.",
                code: .usage
            )
        }
        return try post.frames(ofPipe: STDIN_FILENO)
    }

    private func writeFile(_ source: any FrameSource, _ interrupt: Interrupt) throws {
        let target = try OutputFile(writing.output, as: .film, replaces: writing.replaces)
        let container = target.container
        let settings = FilmSettings(
            size: source.size,
            frameRate: source.rate,
            codec: container.codecs[0],
            container: container,
            format: container.codecs[0] == .prores ? .yuv420p10 : .yuv420p8
        )
        try settings.check(writing.output)
        try PipeFilm(path: target.path, settings: settings, asJSON: writing.json)
            .write(source, interrupt)
    }

    private func report() throws {
        let read = file == "-" ? ["read       YUV4MPEG2 from the pipe until its end"] : []
        let write = writing.output == "-" ? ["write      YUV4MPEG2 into the pipe"] : []
        let info = file == "-" ? nil : try MediaInfo(probing: file)
        try PlanReport(
            [file],
            writing.output,
            size: info.map { plan.size(of: PostPlan.filmSize(of: $0.size)) }
                ?? PixelSize(width: 0, height: 0),
            frames: nil,
            rate: plan.rate(of: info?.frameRate ?? FrameRate(25)),
            steps: read + plan.lines + write
        ).print(asJSON: writing.json)
    }
}
