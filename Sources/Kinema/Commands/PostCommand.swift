import ArgumentParser
import Editorial
import Foundation
import Media
import Motion
import Pipeline
import Rendering

struct PostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post",
        abstract: "Give a film or a picture a look, a grade, or more pixels.",
        discussion: """
            What is asked for is done in this order: stabilise, frame rate, looks, grade, table, \
            upscale, watermark, subtitles, timecode. Sound is copied untouched unless it is \
            changed, and so is everything when nothing changes. For example:
              kinema post take.mp4 --look super-8:0.7 --grain 0.02 -o out.mp4
              kinema post take.mp4 --stabilise 0.8 --fps 60 --loudness -14 -o out.mp4
              kinema post photo.jpg --lut film.cube -o graded.png
            A dash is a pipe of YUV4MPEG2:
              kinema post take.mp4 --look noir -o - | ffplay -
            """
    )

    @Argument(help: "The film or picture, or - for a pipe.")
    var file: String

    @OptionGroup var look: LookOptions

    @OptionGroup var grade: GradeOptions

    @Option(help: ArgumentHelp("A table of colours.", valueName: "file.cube"))
    var lut: String?

    @Option(help: ArgumentHelp("How much larger, from 1 to 4.", valueName: "factor"))
    var upscale: Double?

    @Option(
        help: "What enlarges: filter, realesrgan, or auto, which takes the second if it is there."
    )
    var upscaler: UpscalerChoice = .filter

    @Option(help: "The seed of grain, dust and whatever else is left to chance.")
    var seed: UInt32 = 4711

    @OptionGroup var time: TimeOptions

    @OptionGroup var sound: SoundOptions

    @OptionGroup var writing: WritingOptions

    func run() throws {
        if file == "-" || writing.output == "-" {
            return try PipePost(
                file: file,
                plan: try plan(of: nil),
                seed: seed,
                sound: sound,
                writing: writing
            ).run()
        }
        let info = try MediaInfo(probing: file)
        let plan = try plan(of: info)
        let whole = info.kind == .video ? PostPlan.filmSize(of: info.size) : info.size
        let size = plan.size(of: whole)
        let heard = try heard(info)
        if writing.dryRun {
            return try report(info, size, plan, heard, seconds: nil)
        }
        let target = try OutputFile(
            writing.output,
            as: info.kind == .still ? .still : .film,
            replaces: writing.replaces
        )
        let started = Wiring.now()
        try write(plan, heard, info, size, to: target)
        try report(info, size, plan, heard, seconds: Double(Wiring.now() - started) / 1000)
    }

    private func report(
        _ info: MediaInfo,
        _ size: PixelSize,
        _ plan: PostPlan,
        _ heard: SoundEdit.Outcome,
        seconds: Double?
    ) throws {
        try PostReport(file, writing.output, info, size, plan, heard, seconds: seconds)
            .print(asJSON: writing.json)
    }

    private func heard(_ info: MediaInfo) throws -> SoundEdit.Outcome {
        guard info.kind == .video, let length = info.duration else { return .silent }
        return try sound.edit().outcome(
            of: (file, info),
            length: length,
            in: FilmContainer.ofFile(writing.output) ?? .mp4
        )
    }

    /// `info` is nil for what comes out of a pipe, which is a film.
    private func plan(of info: MediaInfo?) throws -> PostPlan {
        var stages = try time.before() + look.stages()
        stages += try grade.stages()
        if let lut { stages.append(.table(try CubeLUT.read(lut), title: lut)) }
        if let upscale {
            guard (1...4).contains(upscale) else {
                throw Complaint(
                    "A picture is made 1 to 4 times larger, not \(upscale) times.",
                    code: .usage
                )
            }
            stages.append(.upscale(factor: upscale, with: try method()))
        }
        let drawn = try time.after()
        if info?.kind == .still, !drawn.isEmpty || stages.contains(where: \.needsFilm) {
            throw Complaint(
                "\(file) is a picture; steadying, frame rates and burn-in are for films.",
                code: .usage
            )
        }
        return PostPlan(stages + drawn)
    }

    private func ending(of path: String) -> String {
        URL(filePath: path).pathExtension.lowercased()
    }

    private func method() throws -> UpscaleMethod {
        let program = UpscaleProgram.find(in: Wiring().environment["PATH"] ?? "")
        switch (upscaler, program) {
        case (.filter, _), (.auto, nil): return .filter
        case (.auto, let program?), (.realesrgan, let program?): return .program(program)
        case (.realesrgan, nil):
            throw Complaint(
                "\(UpscaleProgram.name) is not in PATH; install it, or leave --upscaler out."
            )
        }
    }

    private func write(
        _ plan: PostPlan,
        _ heard: SoundEdit.Outcome,
        _ info: MediaInfo,
        _ size: PixelSize,
        to target: OutputFile
    ) throws {
        let post = FilmPost(source: file, plan: plan, seed: seed)
        guard info.kind == .video, let rate = info.frameRate else {
            let isSameKind = ending(of: file) == ending(of: target.path)
            guard plan.changesNothing, isSameKind else {
                return try post.writeStill(to: target.path)
            }
            return try target.write(copying: file)
        }
        let container = target.container
        let isKept = heard == .copied(from: file) || (heard == .silent && !info.hasAudio)
        let isHeld = container.codecs.contains { $0.id == info.videoCodec }
        if plan.changesNothing, isKept, isHeld {
            return try Remux.copy(from: file, to: target.path, metadata: info.ownMetadata)
        }
        let bar = ProgressBar(asJSON: writing.json)
        let interrupt = Interrupt()
        defer { bar.finish() }
        let settings = FilmSettings(
            size: size,
            frameRate: plan.rate(of: rate),
            codec: container.codecs[0],
            container: container,
            metadata: info.ownMetadata,
            format: writesTenBits(container) ? .yuv420p10 : .yuv420p8
        )
        try post.writeFilm(to: target.path, settings: settings, sound: heard) {
            try interrupt.check()
            bar.show("finishing", $0)
        }
    }

    private func writesTenBits(_ container: FilmContainer) -> Bool {
        container.codecs[0] == .prores
    }
}

/// What a person may choose to enlarge with.
enum UpscalerChoice: String, ExpressibleByArgument, CaseIterable {
    case filter, realesrgan, auto
}
