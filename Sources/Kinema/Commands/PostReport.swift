import Editorial
import Foundation
import Media
import Pipeline
import Terminal

/// What `kinema post` says of the file it has written, or would write.
struct PostReport: Encodable {
    /// `plan` where nothing was done, else `done`.
    let event: String
    let source: String
    let path: String
    let width: Int
    let height: Int
    let frames: Int
    let stages: [String]
    let sound: String
    /// Wall-clock seconds that the work took; nil when nothing was done.
    let seconds: Double?
    let bytes: Int?

    init(
        _ source: String,
        _ path: String,
        _ info: MediaInfo,
        _ size: PixelSize,
        _ plan: PostPlan,
        _ heard: SoundEdit.Outcome,
        seconds: Double?
    ) {
        event = seconds == nil ? "plan" : "done"
        self.source = source
        self.path = path
        width = size.width
        height = size.height
        let rate = info.frameRate ?? FrameRate(24)
        let shown = plan.rate(of: rate)
        frames = info.duration.map { shown.frameCount(for: $0) } ?? 1
        stages = plan.lines
        sound = heard.title
        self.seconds = seconds
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        bytes = seconds == nil ? nil : attributes?[.size] as? Int
    }

    func print(asJSON: Bool) throws {
        guard !asJSON else { return try JSONOutput.line(self) }
        let pictures = frames == 1 ? "a picture" : "\(frames) frames"
        guard let seconds else {
            Swift.print("\(source.printable)  \(pictures)")
            for stage in stages { Swift.print("  \(stage.printable)") }
            if frames > 1 { Swift.print("  sound      \(sound.printable)") }
            Swift.print("\(path.printable)  \(width)×\(height)  (not written: this was a dry run)")
            return
        }
        let megabytes = String(format: "%.1f MB", Double(bytes ?? 0) / 1_000_000)
        let took = String(format: "%.1f s", seconds)
        Swift.print(
            "\(Wiring().told(path))  \(width)×\(height)  \(pictures)  \(megabytes)  in \(took)"
        )
    }
}
