import ArgumentParser
import Editorial
import Media
import Pipeline
import Rendering

/// The options that work on frames in time, and draw upon them.
struct TimeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Steady the camera, 0 to 1.", valueName: "strength"))
    var stabilise: Double?

    @Option(help: "Another number of frames a second.")
    var fps: String?

    @Option(help: "How frames between two are made: duplicate, blend or motion.")
    var interpolate: FrameRateMethod = .motion

    @Option(help: ArgumentHelp("Burn in an SRT, WebVTT or ASS file.", valueName: "file"))
    var subtitles: String?

    @Option(help: ArgumentHelp("Burn in a timecode.", valueName: "hh:mm:ss:ff"))
    var timecode: String?

    @Option(help: ArgumentHelp("Lay a picture over the film.", valueName: "file"))
    var watermark: String?

    @Option(
        help:
            "Where it lies: top-left, top, top-right, centre, bottom-left, bottom or bottom-right."
    )
    var watermarkPlace: Overlay.Place = .bottomRight

    @Option(help: "How solid it is, 0 to 1.")
    var watermarkOpacity = 0.6

    @Option(help: "How wide it is, as a share of the frame, 0.01 to 1.")
    var watermarkWidth = 0.15

    /// What comes before looks and grades.
    func before() throws -> [PostStage] {
        var stages: [PostStage] = []
        if let stabilise {
            stages.append(.stabilise(strength: try share(stabilise, "A steadiness", 0...1)))
        }
        if let fps {
            guard let rate = FrameRate(fps) else {
                throw Complaint(
                    "A frame rate of “\(fps)” is not possible; choose one from 1 to 240.",
                    code: .usage
                )
            }
            stages.append(.rate(rate, by: interpolate))
        }
        return stages
    }

    /// What is drawn upon the finished picture.
    func after() throws -> [PostStage] {
        var stages: [PostStage] = []
        if let watermark {
            stages.append(
                .overlay(
                    .mark(
                        path: watermark,
                        place: watermarkPlace,
                        width: try share(watermarkWidth, "A width", 0.01...1),
                        opacity: try share(watermarkOpacity, "An opacity", 0...1)
                    )
                )
            )
        }
        if let subtitles { stages.append(.overlay(.subtitles(path: subtitles))) }
        if let timecode {
            guard let start = Timecode(timecode) else {
                throw Complaint(
                    "“\(timecode)” is no timecode; give hours, minutes, seconds and frames, "
                        + "such as 01:00:00:00.",
                    code: .usage
                )
            }
            stages.append(.overlay(.timecode(start: start, place: .bottom)))
        }
        return stages
    }

    private func share(_ value: Double, _ name: String, _ range: ClosedRange<Double>) throws
        -> Double
    {
        guard range.contains(value) else {
            throw Complaint(
                "\(name) of \(value) is not possible; choose "
                    + "\(range.lowerBound) to \(range.upperBound).",
                code: .usage
            )
        }
        return value
    }
}

extension Overlay.Place: ExpressibleByArgument {}
