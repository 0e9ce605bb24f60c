import Editorial
import Foundation
import Media
import Terminal

/// What a command would do.
struct PlanReport: Encodable {
    let event = "plan"
    let sources: [String]
    let path: String
    let width: Int
    let height: Int
    let frames: Int?
    let fps: Double
    /// What is decoded, done and encoded, a line each.
    let steps: [String]

    init(
        _ sources: [String],
        _ path: String,
        size: PixelSize,
        frames: Int?,
        rate: FrameRate,
        steps: [String]
    ) {
        self.sources = sources
        self.path = path
        width = size.width
        height = size.height
        self.frames = frames
        fps = rate.framesPerSecond
        self.steps = steps
    }

    func print(asJSON: Bool) throws {
        guard !asJSON else { return try JSONOutput.line(self) }
        Swift.print(sources.map(\.printable).joined(separator: ", "))
        for step in steps { Swift.print("  \(step.printable)") }
        let count = frames.map { "\($0) frames  " } ?? ""
        Swift.print(
            "\(path.printable)  \(width)×\(height)  \(count)(not written: this was a dry run)"
        )
    }
}
