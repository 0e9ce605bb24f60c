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

    @Option(name: .shortAndLong, help: "The film to write.")
    var output: String

    @Option(help: "How closely the film is encoded, 0 to 51; less is closer and larger.")
    var crf: Int = 18

    @Flag(help: "Print one JSON object about the film.")
    var json = false

    func run() throws {
        var library = try Wiring().requirePresets()
        var choices = try motion.choices(in: library)
        if let clip = motionFrom {
            let preset = try RecoveredMotion(of: clip).preset
            library = PresetLibrary([preset] + library.presets)
            choices.append(MotionChoice(preset: preset.id))
        }
        let settings = FilmSettings(
            size: try motion.frameSize(),
            frameRate: try motion.frameRate(),
            crf: crf
        )
        let length = try motion.length(in: Self.lengths)
        let target = try OutputFile(output)
        guard try MediaInfo(probing: file).kind == .still else {
            throw Complaint(
                "\(file) is a film, and the camera moves over a picture; "
                    + "take a frame of it, for example with ffmpeg -i FILM -frames:v 1 frame.png."
            )
        }
        let source = try StillReader.read(file)
        let frameCount = settings.frameRate.frameCount(for: length)
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
        let report = try FilmReport(
            path: output,
            size: settings.size,
            frames: frameCount,
            fps: settings.frameRate.framesPerSecond,
            seconds: Double(Wiring.now() - started) / 1000
        )
        try report.print(asJSON: json)
    }

    private func write(_ render: FilmRender, to target: OutputFile) throws {
        let bar = ProgressBar()
        let interrupt = Interrupt()
        defer { bar.finish() }
        try render.write(to: target.path) { progress in
            try interrupt.check()
            bar.show("rendering", progress)
        }
    }
}
