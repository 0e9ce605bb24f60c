import Editorial
import Foundation

/// What a command says of the film it has written.
struct FilmReport: Encodable {
    let event = "done"
    let path: String
    let width: Int
    let height: Int
    let frames: Int
    let fps: Double
    /// Wall-clock seconds that the work took.
    let seconds: Double
    let bytes: Int

    init(path: String, size: PixelSize, frames: Int, fps: Double, seconds: Double) throws {
        self.path = path
        width = size.width
        height = size.height
        self.frames = frames
        self.fps = fps
        self.seconds = seconds
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        bytes = attributes[.size] as? Int ?? 0
    }

    func print(asJSON: Bool) throws {
        guard !asJSON else { return try JSONOutput.line(self) }
        let length = String(format: "%.1f s", Double(frames) / fps)
        let megabytes = String(format: "%.1f MB", Double(bytes) / 1_000_000)
        let took = String(format: "%.1f s", seconds)
        Swift.print(
            "\(Wiring().told(path))  \(width)×\(height)  \(length)  \(megabytes)  in \(took)"
        )
    }
}
