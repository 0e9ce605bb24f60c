import Editorial
import Media
import Motion
import Rendering

/// What each pixel becomes: a table of colours, and a larger picture.
struct PixelBench {
    private static let count = 150

    let picture: Frame
    let rounds: Int

    /// Sends 150 frames of 1280×720 through a table of 33 points.
    func table() throws {
        let size = PixelSize(width: 1280, height: 720)
        let source = try planes(size)
        let target = try Frame(size: size, format: .yuv420p8)
        let least = Least.of(rounds) {
            let started = Least.cpuSeconds()
            let table = GradeTable(.yuv, size: 33) { colour in
                SIMD3(colour.x * 0.9 + 0.06, colour.y, colour.z * colour.z * 0.4 + colour.z * 0.6)
            }
            let ready = Least.cpuSeconds()
            for _ in 0..<Self.count { table.apply(source, into: target) }
            return Least(frames: Least.cpuSeconds() - ready, setup: ready - started)
        }
        least.tell("table of 33 points")
    }

    /// Enlarges 150 frames of the picture's size, and writes it enlarged from
    /// its own colours.
    func upscale(keeping path: String) throws {
        let twice = PixelSize(width: picture.size.width * 2, height: picture.size.height * 2)
        let source = try planes(picture.size)
        let target = try Frame(size: twice, format: .yuv420p8)
        let least = try Least.of(rounds) {
            let started = Least.cpuSeconds()
            let upscaler = try Upscaler(from: picture.size, to: twice)
            let ready = Least.cpuSeconds()
            for _ in 0..<Self.count { upscaler.apply(source, into: target) }
            return Least(frames: Least.cpuSeconds() - ready, setup: ready - started)
        }
        least.tell("upscale 2x")
        let colours = try Frame(size: twice, format: .rgba8)
        try Upscaler(from: picture.size, to: twice).apply(picture, into: colours)
        try StillWriter.write(colours, to: path)
    }

    /// The picture as a film's frame.
    private func planes(_ size: PixelSize) throws -> Frame {
        let frame = try Frame(size: size, format: .yuv420p8)
        try PlaneRenderer(source: picture, path: .still, output: size).render(at: 0, into: frame)
        return frame
    }
}
