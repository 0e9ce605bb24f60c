import Editorial
import Foundation
import Glibc
import Media
import Motion
import Rendering

/// Renders 150 frames of 1280×720 of some moves over a picture, keeps none, and
/// prints a line each: its name, the least CPU seconds of the frames, and of
/// what is prepared once.
@main
struct FrameBench {
    private static let size = PixelSize(width: 1280, height: 720)
    private static let count = 150

    static func main() throws {
        guard CommandLine.arguments.count == 3, let rounds = Int(CommandLine.arguments[2]) else {
            print("frame-bench PICTURE ROUNDS")
            exit(2)
        }
        let picture = try StillReader.read(CommandLine.arguments[1])
        for move in try moves() {
            var least = (frames: Double.infinity, setup: Double.infinity)
            for _ in 0..<max(1, rounds) {
                let spent = try render(picture, move)
                least.frames = min(least.frames, spent.frames)
                least.setup = min(least.setup, spent.setup)
            }
            print("\(move.name)\t\(least.frames)\t\(least.setup)")
        }
    }

    private struct Move {
        var name: String
        var path: CameraPath
        /// A short shot is rendered over and over.
        var frameCount = FrameBench.count
        var format = FrameFormat.yuv420p8
    }

    private static func moves() throws -> [Move] {
        let dolly = try moving(.dolly, to: 0.18, "heavy")
        return [
            Move(name: "dolly in 18 %", path: dolly),
            Move(name: "dolly in 18 %, 10 bits", path: dolly, format: .yuv420p10),
            Move(name: "rotate by 6°", path: try moving(.roll, to: 6, "operator")),
            Move(name: "orbit by 11°", path: try moving(.azimuth, from: -5.5, to: 5.5, "operator")),
            // A zoom so fast that the shutter looks eight times.
            Move(
                name: "zoom, 8 moments a frame",
                path: try moving(.focal, from: 1, to: 1.37, "linear"),
                frameCount: 12
            ),
        ]
    }

    private static func moving(
        _ channel: CameraChannel,
        from: Double = 0,
        to: Double,
        _ easing: String
    ) throws -> CameraPath {
        let easing = Easing(name: easing) ?? .standard
        let keys = [CurveKey(0, from), CurveKey(1, to, easing)]
        let preset = Preset(id: "bench", name: "Bench", curves: [channel: .eased(keys)])
        return CameraPath([(preset: preset, strength: 1)])
    }

    private static func render(
        _ picture: Frame,
        _ move: Move
    ) throws -> (frames: Double, setup: Double) {
        let started = cpuSeconds()
        let shot = try ShotRenderer(
            source: picture,
            path: move.path,
            output: size,
            frameCount: move.frameCount
        )
        let frame = try Frame(size: size, format: move.format)
        let ready = cpuSeconds()
        for index in 0..<count {
            shot.render(FrameIndex(index % move.frameCount), into: frame)
        }
        return (cpuSeconds() - ready, ready - started)
    }

    private static func cpuSeconds() -> Double {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        let (user, system) = (usage.ru_utime, usage.ru_stime)
        return Double(user.tv_sec + system.tv_sec) + Double(user.tv_usec + system.tv_usec) / 1e6
    }
}
