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
            What is asked for is done in this order: looks, grade, table, upscale. Sound is \
            copied untouched, and so is everything when nothing changes. For example:
              kinema post take.mp4 --look super-8:0.7 --grain 0.02 -o out.mp4
              kinema post photo.jpg --lut film.cube -o graded.png
            """
    )

    @Argument(help: "The film or picture.")
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

    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String

    @Flag(help: "Print what would be done, and do nothing.")
    var dryRun = false

    @Flag(help: "Print one JSON object about the file.")
    var json = false

    func run() throws {
        let info = try MediaInfo(probing: file)
        let plan = try plan()
        let whole = info.kind == .video ? PostPlan.filmSize(of: info.size) : info.size
        let size = plan.size(of: whole)
        if dryRun { return try PostReport(file, output, info, size, plan).print(asJSON: json) }
        let target = try OutputFile(output, asStill: info.kind == .still)
        let started = Wiring.now()
        try write(plan, info, size, to: target)
        let seconds = Double(Wiring.now() - started) / 1000
        try PostReport(file, output, info, size, plan, seconds: seconds).print(asJSON: json)
    }

    private func plan() throws -> PostPlan {
        var stages = try look.stages()
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
        return PostPlan(stages)
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
        if plan.changesNothing {
            return try Remux.copy(from: file, to: target.path, metadata: info.ownMetadata)
        }
        let bar = ProgressBar()
        let interrupt = Interrupt()
        defer { bar.finish() }
        let settings = FilmSettings(size: size, frameRate: rate, metadata: info.ownMetadata)
        try post.writeFilm(to: target.path, settings: settings, hasSound: info.hasAudio) {
            try interrupt.check()
            bar.show("finishing", $0)
        }
    }
}

extension MediaInfo {
    /// The tags that are not the container's about itself.
    fileprivate var ownMetadata: [String: String] {
        let own = ["major_brand", "minor_version", "compatible_brands", "encoder"]
        return metadata.filter { !own.contains($0.key) }
    }
}

/// What a person may choose to enlarge with.
enum UpscalerChoice: String, ExpressibleByArgument, CaseIterable {
    case filter, realesrgan, auto
}
