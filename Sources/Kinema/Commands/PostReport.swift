import Editorial
import Foundation
import Media
import Pipeline
import Terminal

/// What `kinema post` says of the file it has written, or would write.
struct PostReport: Encodable {
    let source: String
    let path: String
    let width: Int
    let height: Int
    let frames: Int
    let stages: [String]
    /// Wall-clock seconds that the work took; nil when nothing was done.
    let seconds: Double?
    let bytes: Int?

    init(
        _ source: String,
        _ path: String,
        _ info: MediaInfo,
        _ size: PixelSize,
        _ plan: PostPlan,
        seconds: Double? = nil
    ) {
        self.source = source
        self.path = path
        width = size.width
        height = size.height
        frames = info.frameCount ?? 1
        stages = plan.lines
        self.seconds = seconds
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        bytes = seconds == nil ? nil : attributes?[.size] as? Int
    }

    func print(asJSON: Bool) throws {
        guard !asJSON else { return try JSONOutput.print(self) }
        let pictures = frames == 1 ? "a picture" : "\(frames) frames"
        guard let seconds else {
            Swift.print("\(source.printable)  \(pictures)")
            for stage in stages { Swift.print("  \(stage.printable)") }
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
