import ArgumentParser
import Editorial
import Foundation
import Media
import Pipeline
import Rendering

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a film as another kind of file, or for a place where it is posted.",
        discussion: """
            The name's ending says what is written: .mp4, .mov, .webm, .mkv, .gif, .webp, .apng; \
            frame-%05d.png is a sequence of pictures, and a .png or .jpg one picture. Streams that \
            need no change are copied untouched. For example:
              kinema export take.mp4 --preset vertical -o reel.mp4
              kinema export take.mp4 -o take.gif --start 1 --length 2
              kinema export take.mp4 --frame 48 -o still.png
            A dash is a pipe, of YUV4MPEG2 or, with --pix-fmt, of raw pictures:
              kinema export take.mp4 -o - | ffplay -
              cat film.rgb | kinema export - --pix-fmt rgb24 --size 640x360 --fps 24 -o film.mp4
            Presets:
            \(presets)
            """
    )

    private static var presets: String {
        ExportPreset.all.map { preset in
            let name = preset.id.padding(toLength: 10, withPad: " ", startingAt: 0)
            let size = preset.size.map { ", \($0)" } ?? ""
            return "  \(name) \(preset.title)\(size)"
        }.joined(separator: "\n")
    }

    @Argument(help: "The film, or - for a pipe.")
    var file: String

    @OptionGroup var options: ExportOptions

    @OptionGroup var sound: SoundOptions

    @Option(help: ArgumentHelp("Write this frame alone, counted from 0.", valueName: "number"))
    var frame: Int?

    @OptionGroup var writing: WritingOptions

    func run() throws {
        let preset = try options.chosenPreset(for: writing.output)
        var request = try options.request(preset)
        request.sound = try sound.edit(request.sound)
        if file == "-" || writing.output == "-" {
            return try PipeExport(file, request, options, writing).run()
        }
        let info = try MediaInfo(probing: file)
        if let pattern = PictureSequence.Pattern(writing.output) {
            return try export(pictures: pattern, request, info)
        }
        if ["png", "jpg", "jpeg"].contains(URL(filePath: writing.output).pathExtension.lowercased())
        {
            return try exportStill(request, info)
        }
        guard info.kind == .video else {
            throw Complaint(
                "\(file) is a picture; move a camera over it with “kinema render”, "
                    + "or let -o end in .png or .jpg."
            )
        }
        try export(film: request, info)
    }

    private func export(film request: ExportRequest, _ info: MediaInfo) throws {
        let plan = try ExportPlan(
            source: file,
            info: info,
            request: request,
            mayCopy: options.quality == nil && options.speed == nil
        )
        try plan.settings.check(writing.output)
        if writing.dryRun { return try report(plan) }
        let target = try OutputFile(writing.output, replaces: writing.replaces)
        let started = Wiring.now()
        let bar = ProgressBar(asJSON: writing.json)
        let interrupt = Interrupt()
        defer { bar.finish() }
        try plan.write(to: target.path) {
            try interrupt.check()
            bar.show("exporting", $0)
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

    private func report(_ plan: ExportPlan) throws {
        try PlanReport(
            [plan.source],
            writing.output,
            size: plan.size,
            frames: plan.frameCount,
            rate: plan.rate,
            steps: plan.lines
        ).print(asJSON: writing.json)
    }

    private func export(
        pictures pattern: PictureSequence.Pattern,
        _ request: ExportRequest,
        _ info: MediaInfo
    ) throws {
        let plan = try ExportPlan(source: file, info: info, request: request, mayCopy: false)
        if writing.dryRun { return try report(plan) }
        _ = try OutputFile(pattern.path(1), as: .still, replaces: writing.replaces)
        let bar = ProgressBar(asJSON: writing.json)
        let interrupt = Interrupt()
        defer { bar.finish() }
        let started = Wiring.now()
        let sink = PictureSequence(pattern, comment: info.metadata["comment"])
        try FilmRun.write(plan.frames(), to: sink) { done in
            try interrupt.check()
            bar.show("exporting", Double(done) / Double(plan.frameCount))
        }
        bar.finish()
        try FilmReport(
            path: pattern.path(1),
            size: plan.size,
            frames: plan.frameCount,
            fps: plan.rate.framesPerSecond,
            seconds: Double(Wiring.now() - started) / 1000
        ).print(asJSON: writing.json)
    }

    private func exportStill(_ request: ExportRequest, _ info: MediaInfo) throws {
        let count = info.frameCount ?? 1
        let number = frame ?? 0
        guard (0..<count).contains(number) else {
            throw Complaint(
                "\(file) has frames 0 to \(count - 1), not \(number); choose one of them.",
                code: .usage
            )
        }
        if writing.dryRun {
            let steps = ["decode     frame \(number) of \(count)", "encode     one picture"]
            return try PlanReport(
                [file],
                writing.output,
                size: request.size ?? info.size,
                frames: 1,
                rate: info.frameRate ?? FrameRate(24),
                steps: steps
            ).print(asJSON: writing.json)
        }
        let target = try OutputFile(writing.output, as: .still, replaces: writing.replaces)
        let picture = try StillExport(file, info, request).picture(FrameIndex(number))
        try StillWriter.write(picture, to: target.path, comment: info.ownMetadata["comment"])
        if writing.json {
            try FilmReport(path: target.path, size: picture.size, frames: 1, fps: 1, seconds: 0)
                .print(asJSON: true)
        } else {
            print("\(target.path)  \(picture.size)")
        }
    }
}
