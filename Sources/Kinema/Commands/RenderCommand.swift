import ArgumentParser
import Editorial
import Foundation
import Media
import Motion
import Pipeline
import Rendering

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Move the camera over a picture and write the film.",
        discussion: """
            For example:
              kinema render photo.jpg --preset dolly-in:0.8 --duration 5 --fps 30 -o out.mp4
            """
    )

    /// From one frame to an hour.
    static let lengths = RationalTime(1, 100)...RationalTime(3600)

    @Argument(help: "The picture.")
    var file: String

    @OptionGroup var motion: MotionOptions

    @Option(help: ArgumentHelp("Move as the camera of a film did, too.", valueName: "clip"))
    var motionFrom: String?

    @OptionGroup var depth: DepthOptions

    @Option(help: "The seed of whatever is left to chance.")
    var seed: UInt32 = 4711

    @Option(help: "How closely the film is encoded, on the codec's scale; H.264's is 0 to 51.")
    var crf: Int?

    @Flag(help: "Ten bits a colour, where the codec has them.")
    var tenBit = false

    @OptionGroup var writing: WritingOptions

    func run() throws {
        var library = try Wiring().requirePresets(named: motion.preset)
        var choices = try motion.choices(in: library)
        if let clip = motionFrom {
            let preset = try RecoveredMotion(of: clip).preset
            library = PresetLibrary([preset] + library.presets)
            choices.append(MotionChoice(preset: preset.id))
        }
        let settings = try settings()
        let length = try motion.length(in: Self.lengths)
        let frameCount = settings.frameRate.frameCount(for: length)
        if writing.dryRun { return try report(settings, frameCount) }
        let target =
            isPiped ? nil : try OutputFile(writing.output, replaces: writing.replaces)
        guard try MediaInfo(probing: file).kind == .still else {
            throw Complaint(
                "\(file) is a film, and the camera moves over a picture; "
                    + "take a frame of it with “kinema export FILM --frame 0 -o frame.png”."
            )
        }
        let source = try StillReader.read(file)
        let started = Wiring.now()
        let direction = ShotDirection(
            choices,
            in: library,
            clock: ShotClock(seconds: length.seconds, frameCount: frameCount, seed: seed)
        )
        try write(
            FilmRender(
                source: source,
                depth: depth.map(behind: source, for: direction.camera),
                direction: direction,
                seed: seed,
                settings: settings,
                frameCount: frameCount
            ),
            to: target
        )
        guard let target else { return }
        let report = try FilmReport(
            path: target.path,
            size: settings.size,
            frames: frameCount,
            fps: settings.frameRate.framesPerSecond,
            seconds: Double(Wiring.now() - started) / 1000
        )
        try report.print(asJSON: writing.json)
    }

    private var isPiped: Bool { writing.output == "-" }

    private func settings() throws -> FilmSettings {
        let container = FilmContainer.ofFile(writing.output) ?? .mp4
        let settings = FilmSettings(
            size: try motion.frameSize(),
            frameRate: try motion.frameRate(),
            codec: container.codecs[0],
            container: container,
            quality: crf,
            format: tenBit || container.codecs[0] == .prores ? .yuv420p10 : .yuv420p8
        )
        try settings.check(writing.output)
        return settings
    }

    private func report(_ settings: FilmSettings, _ frameCount: Int) throws {
        let bits = settings.format == .yuv420p10 ? ", 10 bits" : ""
        let moves =
            motion.preset.isEmpty ? "a camera at rest" : motion.preset.joined(separator: " + ")
        try PlanReport(
            [file],
            writing.output,
            size: settings.size,
            frames: frameCount,
            rate: settings.frameRate,
            steps: [
                "decode     one picture",
                "move       \(moves)\(motionFrom.map { " + \($0)" } ?? "")",
                "encode     \(frameCount) frames, \(settings.codec.title)\(bits), "
                    + "in \(settings.container.title)",
            ]
        ).print(asJSON: writing.json)
    }

    private func write(_ render: FilmRender, to target: OutputFile?) throws {
        let bar = ProgressBar(asJSON: writing.json && target != nil)
        let interrupt = Interrupt()
        defer { bar.finish() }
        guard let target else {
            return try render.write(to: PipeExport.standardOutput(of: render.settings)) { _ in
                try interrupt.check()
            }
        }
        try render.write(to: target.path) { progress in
            try interrupt.check()
            bar.show("rendering", progress)
        }
    }
}
