import ArgumentParser
import Editorial
import Foundation
import Media
import Pipeline
import Rendering

struct AssembleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assemble",
        abstract: "Join shots into one film.",
        discussion: """
            Shots of other sizes and rates are brought to the first one's. Shots of one kind that \
            are only cut together are copied untouched. For example:
              kinema assemble one.mp4 two.mp4 three.mp4 --join dissolve --seconds 0.5 -o film.mp4
              kinema assemble cut.yaml --mix music.mp3@-8 --fade-out 2 -o film.mp4
            A list says more of each shot:
              shots:
                - {file: one.mp4, start: 1, length: 2.5}
                - {file: two.mp4, join: dip, seconds: 1, colour: black}
            """
    )

    @Argument(help: "The films, or one list of them, in YAML.")
    var files: [String]

    @Option(help: "How shots follow each other: \(ShotList.joins.joined(separator: ", ")).")
    var join = "cut"

    @Option(help: "How long that takes.")
    var seconds = 0.5

    @Option(help: "The colour that a dip goes through: black, white or #rrggbb.")
    var colour = "black"

    @Option(help: ArgumentHelp("The frame in pixels.", valueName: "width×height"))
    var size: String?

    @Option(help: "Frames a second.")
    var fps: String?

    @Option(help: "Where shapes differ: pad with black, or crop.")
    var fit: FrameFit?

    @OptionGroup var sound: SoundOptions

    @OptionGroup var writing: WritingOptions

    func run() throws {
        let list = try list()
        let plan = try AssemblyPlan(list, infos: list.shots.map { try MediaInfo(probing: $0.path) })
        let container = FilmContainer.ofFile(writing.output) ?? .mp4
        let settings = FilmSettings(
            size: plan.size,
            frameRate: plan.rate,
            codec: container.codecs[0],
            container: container,
            speed: "medium",
            format: container.codecs[0] == .prores ? .yuv420p10 : .yuv420p8
        )
        try settings.check(writing.output)
        let isCopy = plan.canCopy(into: container)
        if writing.dryRun {
            return try PlanReport(
                files,
                writing.output,
                size: plan.size,
                frames: plan.frameCount,
                rate: plan.rate,
                steps: plan.lines(settings, isCopy: isCopy)
            ).print(asJSON: writing.json)
        }
        let target = try OutputFile(writing.output, replaces: writing.replaces)
        try write(plan, settings, isCopy, to: target)
    }

    private func write(
        _ plan: AssemblyPlan,
        _ settings: FilmSettings,
        _ isCopy: Bool,
        to target: OutputFile
    ) throws {
        let started = Wiring.now()
        let bar = ProgressBar(asJSON: writing.json)
        let interrupt = Interrupt()
        defer { bar.finish() }
        if isCopy {
            try Remux.join(plan.shots.map(\.path), to: target.path, metadata: [:])
        } else {
            try plan.write(to: target.path, settings: settings) {
                try interrupt.check()
                bar.show("assembling", $0)
            }
        }
        bar.finish()
        try FilmReport(
            path: target.path,
            size: plan.size,
            frames: plan.frameCount,
            fps: plan.rate.framesPerSecond,
            seconds: Double(Wiring.now() - started) / 1000
        ).print(asJSON: writing.json)
    }

    private func list() throws -> EditList {
        var list = try given()
        if let size {
            guard let pixels = PixelSize(size), (16...16_384).contains(pixels.width),
                (16...16_384).contains(pixels.height)
            else {
                throw Complaint(
                    "A size of “\(size)” is not possible; give two numbers such as 1280x720.",
                    code: .usage
                )
            }
            list.size = pixels
        }
        if let fps {
            guard let rate = FrameRate(fps) else {
                throw Complaint(
                    "A frame rate of “\(fps)” is not possible; choose one from 1 to 240.",
                    code: .usage
                )
            }
            list.rate = rate
        }
        list.fit = fit ?? list.fit
        list.sound = try sound.edit(list.sound)
        return list
    }

    private func given() throws -> EditList {
        if files.count == 1,
            ShotList.endings.contains(URL(filePath: files[0]).pathExtension.lowercased())
        {
            return try ShotList.read(files[0])
        }
        guard (0.01...60).contains(seconds), let flat = FlatColour(colour),
            let chosen = ShotList.join(join, seconds: seconds, colour: flat)
        else {
            throw Complaint(
                "There is no join “\(join)” of \(seconds) seconds through \(colour); choose one of "
                    + "\(ShotList.joins.joined(separator: ", ")), 0.01 to 60 seconds, and a colour "
                    + "such as black.",
                code: .usage
            )
        }
        return EditList(files.map { EditList.Shot($0, join: chosen) })
    }
}
