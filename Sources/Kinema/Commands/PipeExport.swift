import Editorial
import Foundation
import Glibc
import Media
import Pipeline

/// An export whose source or target, or both, is a pipe.
struct PipeExport {
    private let file: String
    private let request: ExportRequest
    private let options: ExportOptions
    private let writing: WritingOptions

    init(
        _ file: String,
        _ request: ExportRequest,
        _ options: ExportOptions,
        _ writing: WritingOptions
    ) {
        self.file = file
        self.request = request
        self.options = options
        self.writing = writing
    }

    func run() throws {
        let plan = try file == "-" ? nil : filmPlan()
        if writing.dryRun { return try report(plan) }
        let source = try plan.map { try $0.frames() } ?? pipe()
        guard writing.output == "-" else { return try writeFile(source) }
        let video = try target(source.size, source.rate)
        let sink = try PipeExport.standardOutput(as: video)
        let interrupt = Interrupt()
        try FilmRun.write(source, to: sink) { _ in try interrupt.check() }
    }

    /// Returns what writes YUV4MPEG2 of a film's size and rate into standard output.
    static func standardOutput(of settings: FilmSettings) throws -> RawVideoWriter {
        let isDeep = settings.format == .yuv420p10
        return try standardOutput(
            as: .y4m(size: settings.size, frameRate: settings.frameRate, isDeep: isDeep)
        )
    }

    /// Returns what writes pictures into standard output, unless that is a terminal.
    static func standardOutput(as video: RawVideo) throws -> RawVideoWriter {
        guard isatty(STDOUT_FILENO) == 0 else {
            throw Complaint(
                "Pictures cannot be shown as text; send them on with | or into a file with >.",
                code: .usage
            )
        }
        return try RawVideoWriter(STDOUT_FILENO, as: video)
    }

    private func filmPlan() throws -> ExportPlan {
        try ExportPlan(
            source: file,
            info: try MediaInfo(probing: file),
            request: request,
            mayCopy: false
        )
    }

    /// What standard output carries.
    private func target(_ size: PixelSize, _ rate: FrameRate) throws -> RawVideo {
        if let name = options.pixFmt {
            return try RawVideo(size: size, frameRate: rate, samples: name)
        }
        return .y4m(size: size, frameRate: rate, isDeep: request.isDeep)
    }

    /// What standard input brings, as it comes.
    private func pipe() throws -> any FrameSource {
        var video: RawVideo?
        if let name = options.pixFmt {
            guard let size = request.size else {
                throw Complaint(
                    "Raw pictures do not say how large they are; add --size, such as 1280x720.",
                    code: .usage
                )
            }
            video = try RawVideo(
                size: size,
                frameRate: request.rate ?? FrameRate(25),
                samples: name
            )
        }
        return try ExportPlan.frames(ofPipe: STDIN_FILENO, as: video, request)
    }

    private func writeFile(_ source: any FrameSource) throws {
        let target = try OutputFile(writing.output, replaces: writing.replaces)
        let settings = FilmSettings(
            size: source.size,
            frameRate: source.rate,
            codec: request.codec,
            container: request.container,
            quality: request.quality,
            speed: request.speed,
            format: request.isDeep ? .yuv420p10 : .yuv420p8
        )
        let length = RationalTime(1_000_000)
        let sound = request.sound.outcome(of: nil, length: length, in: request.container)
        guard case .silent = sound else {
            throw Complaint(
                "A pipe does not say how long it is, so no sound can go with it; "
                    + "add the sound afterwards with “kinema post”.",
                code: .usage
            )
        }
        try PipeFilm(path: target.path, settings: settings, asJSON: writing.json)
            .write(source, Interrupt())
    }

    private func report(_ plan: ExportPlan?) throws {
        let size = plan?.size ?? request.size ?? PixelSize(width: 0, height: 0)
        let name = options.pixFmt ?? "YUV4MPEG2"
        let steps =
            (plan?.lines ?? ["read       \(name) from the pipe until its end"])
            + (writing.output == "-" ? ["write      \(name) into the pipe"] : [])
        try PlanReport(
            [file],
            writing.output,
            size: size,
            frames: plan?.frameCount,
            rate: plan?.rate ?? request.rate ?? FrameRate(25),
            steps: steps
        ).print(asJSON: writing.json)
    }
}
