import ArgumentParser
import Editorial
import Foundation
import Media
import Pipeline
import Rendering

/// The options that say what is written and how.
struct ExportOptions: ParsableArguments {
    @Option(help: "A preset of those below.")
    var preset: String?

    @Option(help: "The codec: h264, h265, av1, vp9, prores, gif, webp or apng.")
    var codec: String?

    @Option(help: ArgumentHelp("The frame in pixels.", valueName: "width×height"))
    var size: String?

    @Option(help: "Where the shapes differ: crop, or pad with black.")
    var fit: FrameFit = .crop

    @Option(help: "Frames a second.")
    var fps: String?

    @Option(help: "How frames between two are made: duplicate, blend or motion.")
    var interpolate: FrameRateMethod = .duplicate

    @Option(help: ArgumentHelp("Where to begin.", valueName: "seconds"))
    var start: Double?

    @Option(help: ArgumentHelp("How much to export.", valueName: "seconds"))
    var length: Double?

    @Option(help: "How closely it is encoded, on the codec's own scale.")
    var quality: Int?

    @Option(help: "How much time the encoder takes, from ultrafast to placebo.")
    var speed: String?

    @Flag(inversion: .prefixedNo, help: "Ten bits a colour, or eight.")
    var tenBit: Bool?

    @Flag(help: "Try encoders of the machine's own first.")
    var hardware = false

    @Option(help: "How a GIF mixes its colours: diffused, ordered or none.")
    var dither: GIFDither = .diffused

    @Option(help: ArgumentHelp("Raw pictures in pipes, such as rgb24.", valueName: "name"))
    var pixFmt: String?

    func chosenPreset(for output: String) throws -> ExportPreset {
        let container = FilmContainer.ofFile(output)
        guard let preset else { return container.map(ExportPreset.plain) ?? ExportPreset.all[0] }
        guard let found = ExportPreset.named(preset) else {
            let names = ExportPreset.all.map(\.id).joined(separator: ", ")
            throw Complaint("There is no preset “\(preset)”; choose one of \(names).", code: .usage)
        }
        guard let container, container != found.container else { return found }
        guard container.codecs.contains(found.codec) else {
            let ending = found.container.endings.first ?? ""
            throw Complaint(
                "The preset \(preset) writes \(found.codec.title), which \(container.title) cannot "
                    + "hold; let -o end in .\(ending).",
                code: .usage
            )
        }
        var other = found
        other.container = container
        return other
    }

    /// Returns what is asked for, upon what a preset says.
    func request(_ preset: ExportPreset) throws -> ExportRequest {
        var request = ExportRequest(preset)
        if let codec {
            guard let found = FilmCodec.named(codec) else {
                let names = FilmCodec.all.map(\.id).joined(separator: ", ")
                throw Complaint(
                    "There is no codec “\(codec)”; choose one of \(names).",
                    code: .usage
                )
            }
            request.codec = found
            request.isDeep = request.isDeep && found.hasTenBits
        }
        if let size {
            request.size = try frameSize(size)
            request.longestSide = nil
        }
        if let fps {
            guard let rate = FrameRate(fps) else {
                throw Complaint(
                    "A frame rate of “\(fps)” is not possible; choose one from 1 to 240.",
                    code: .usage
                )
            }
            request.rate = rate
        }
        request.fit = fit
        request.rateMethod = interpolate
        request.start = try time(start, "start") ?? .zero
        request.length = try time(length, "length")
        request.quality = quality ?? request.quality
        request.speed = speed ?? request.speed
        request.isDeep = tenBit ?? request.isDeep
        request.prefersHardware = hardware
        request.dither = dither
        if tenBit == true, !request.codec.hasTenBits {
            throw Complaint(
                "\(request.codec.title) has no pictures of 10 bits; use H.264, H.265, AV1 or ProRes.",
                code: .usage
            )
        }
        return request
    }

    private func frameSize(_ text: String) throws -> PixelSize {
        guard let size = PixelSize(text), (16...16_384).contains(size.width),
            (16...16_384).contains(size.height)
        else {
            throw Complaint(
                "A size of “\(text)” is not possible; give two numbers from 16 to 16384, "
                    + "such as 1280x720.",
                code: .usage
            )
        }
        return size
    }

    private func time(_ seconds: Double?, _ name: String) throws -> RationalTime? {
        guard let seconds else { return nil }
        guard (0...1_000_000).contains(seconds), name == "start" || seconds > 0 else {
            throw Complaint(
                "A \(name) of \(seconds) seconds is not possible; choose a number above 0.",
                code: .usage
            )
        }
        return RationalTime(seconds: seconds)
    }
}

extension FrameFit: ExpressibleByArgument {}
extension FrameRateMethod: ExpressibleByArgument {}
extension GIFDither: ExpressibleByArgument {}
