import Editorial
import Media
import Motion
import Rendering

/// Moves over a picture, and through a painted one with its depth: 150 frames
/// of 1280×720, none kept.
struct CameraBench {
    private static let size = PixelSize(width: 1280, height: 720)
    private static let count = 150

    let picture: Frame
    let rounds: Int

    func run() throws {
        for move in try Self.moves() {
            let least = try Least.of(rounds) { try Self.render(picture, nil, move) }
            least.tell(move.name)
        }
        let scene = try Sketch.paint(
            prompt: "a lone traveller on a cliff above a misty valley at dawn, pines, mountains",
            style: .cinematic,
            seed: 4711,
            size: PixelSize(width: 1920, height: 1080)
        )
        guard let scene else { return }
        for move in try Self.depthMoves() {
            let least = try Least.of(rounds) { try Self.render(scene.picture, scene.depth, move) }
            least.tell(move.name)
        }
    }

    private struct Move {
        var name: String
        var path: CameraPath
        /// A short shot is rendered over and over.
        var frameCount = CameraBench.count
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

    private static func depthMoves() throws -> [Move] {
        [
            Move(name: "truck through depth", path: try moving(.truck, to: 0.05, "operator")),
            Move(
                name: "orbit through depth",
                path: try moving(.azimuth, from: -3, to: 3, "operator")
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
        _ depth: DepthMap?,
        _ move: Move
    ) throws -> Least {
        let started = Least.cpuSeconds()
        let shot = try ShotRenderer(
            source: picture,
            depth: depth,
            path: move.path,
            output: size,
            frameCount: move.frameCount
        )
        let frame = try Frame(size: size, format: move.format)
        let ready = Least.cpuSeconds()
        for index in 0..<count {
            shot.render(FrameIndex(index % move.frameCount), into: frame)
        }
        return Least(frames: Least.cpuSeconds() - ready, setup: ready - started)
    }
}
