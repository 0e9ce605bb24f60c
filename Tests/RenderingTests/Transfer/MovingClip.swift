import Editorial
import Foundation
import Media
import Motion

@testable import Rendering

/// A film of a plane before a camera whose motion is known, on the disk.
final class MovingClip {
    let path: String
    /// From pixels of the first frame to pixels of each.
    private(set) var maps: [Homography] = []
    private let folder: String

    /// What stands between the camera and a fair picture.
    struct Trouble {
        /// Hides 18 % of the frame and crosses it fast.
        var occluder = false
        /// The standard deviation, in levels.
        var noise = 0.0
        var crf = 18
    }

    init(
        _ camera: CameraPath,
        frames: Int,
        size: PixelSize,
        trouble: Trouble = Trouble(),
        sources: [Frame]? = nil
    ) throws {
        MediaLog.silence()
        folder = NSTemporaryDirectory() + "kinema-transfer-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        path = folder + "/clip.mp4"
        let settings = FilmSettings(
            size: size,
            frameRate: FrameRate(30),
            quality: trouble.crf,
            speed: trouble.crf > 25 ? "medium" : "veryfast"
        )
        let writer = try FilmWriter(path, settings: settings)
        let pictures = try sources ?? [.textured(size.width * 3 / 2, size.height * 3 / 2)]
        let renderers = try pictures.map {
            try PlaneRenderer(source: $0, path: camera, output: size)
        }
        let frame = try Frame(size: size, format: .rgba8)
        var noise = Noise()
        for index in 0..<frames {
            let time = CameraPath.time(of: FrameIndex(index), count: frames)
            // A cut where there is more than one picture.
            let renderer = renderers[index * renderers.count / frames]
            renderer.render(at: time, into: frame)
            if trouble.occluder { frame.paintOccluder(at: time, of: frames) }
            if trouble.noise > 0 { noise.add(to: frame, deviation: trouble.noise) }
            try writer.append(frame)
            let framing = renderer.framing
            let first = framing.homography(at: 0)
            maps.append((framing.homography(at: time).inverse ?? .identity).after(first))
        }
        try writer.finish()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// How far a track is off: the worst step, and the worst of all it has added up to.
    func errors(of track: CameraTrack) -> (step: PictureShift, drift: PictureShift) {
        let (x, y) = (Double(track.size.width) / 2, Double(track.size.height) / 2)
        func worst(_ a: PictureShift, _ b: PictureShift) -> PictureShift {
            PictureShift(
                x: max(a.x, abs(b.x)),
                y: max(a.y, abs(b.y)),
                angle: max(a.angle, abs(b.angle)),
                growth: max(a.growth, abs(b.growth))
            )
        }
        var (step, drift) = (PictureShift(), PictureShift())
        for index in maps.indices.dropFirst() {
            let (before, after) = (track.steps[index - 1].map, track.steps[index].map)
            let found = after.after(before.inverse ?? .identity).shift(x: x, y: y)
            let truth = maps[index].after(maps[index - 1].inverse ?? .identity).shift(x: x, y: y)
            step = worst(step, found - truth)
            drift = worst(drift, after.shift(x: x, y: y) - maps[index].shift(x: x, y: y))
        }
        return (step, drift)
    }
}

extension Frame {
    /// A picture with soft detail everywhere, the same for a seed.
    static func textured(_ width: Int, _ height: Int, seed: UInt64 = 7) throws -> Frame {
        let grain = try Frame.noise(max(4, width / 4), max(4, height / 4), seed: seed)
        let size = PixelSize(width: width, height: height)
        let frame = try Frame(size: size, format: .rgba8)
        try PlaneRenderer(source: grain, path: .still, output: size).render(at: 0, into: frame)
        return frame
    }

    /// A patterned sheet a third as wide as the frame and half as high.
    fileprivate func paintOccluder(at time: Double, of frames: Int) {
        let (width, height) = (size.width * 45 / 100, size.height * 40 / 100)
        let speed = 500.0 / 1280 * Double(size.width)
        let left = Int(-0.2 * Double(size.width) + speed * time * Double(frames) / 30)
        let top = size.height * 3 / 10 + Int(20 * sin(time * 6))
        withMutablePlane { pixels, stride in
            for y in max(0, top)..<min(size.height, top + height) {
                for x in max(0, left)..<max(0, min(size.width, left + width)) {
                    let wave = sin(Double(x - left) / 7) * cos(Double(y - top) / 5)
                    let level = UInt8(128 + 90 * wave)
                    let pixel = pixels + y * stride + x * 4
                    (pixel[0], pixel[1], pixel[2]) = (level, level, level)
                }
            }
        }
    }
}

/// Grain that is never the same from frame to frame.
private struct Noise {
    private var state: UInt64 = 99

    mutating func add(to frame: Frame, deviation: Double) {
        frame.withMutablePlane { pixels, stride in
            for y in 0..<frame.size.height {
                for x in 0..<frame.size.width {
                    var sum = 0.0
                    for _ in 0..<4 {
                        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                        sum += Double(state >> 40) / Double(1 << 24) - 0.5
                    }
                    let pixel = pixels + y * stride + x * 4
                    let level = Double(pixel[0]) + sum * 1.732 * deviation
                    let code = UInt8(min(max(level, 0), 255))
                    (pixel[0], pixel[1], pixel[2]) = (code, code, code)
                }
            }
        }
    }
}

extension CameraPath {
    /// A camera that rolls and zooms, so that the picture leans nowhere.
    static let flat = CameraPath([
        (
            preset: Preset(
                id: "flat",
                name: "Flat",
                curves: [
                    .roll: .smooth([CurveKey(0, -2), CurveKey(0.6, 1), CurveKey(1, 2)]),
                    .focal: .smooth([CurveKey(0, 1.05), CurveKey(1, 1.2)]),
                ]
            ),
            strength: 1
        )
    ])

    /// A camera that does several things at once and never stops.
    static let lively = CameraPath([
        (
            preset: Preset(
                id: "lively",
                name: "Lively",
                curves: [
                    .pan: .smooth([CurveKey(0, -2), CurveKey(0.4, 0.5), CurveKey(1, 2.5)]),
                    .tilt: .smooth([CurveKey(0, 1), CurveKey(0.5, -0.6), CurveKey(1, -1)]),
                    .roll: .smooth([CurveKey(0, -1.5), CurveKey(0.6, 2), CurveKey(1, 2.5)]),
                    .focal: .smooth([CurveKey(0, 1.05), CurveKey(1, 1.2)]),
                ]
            ),
            strength: 1
        )
    ])
}
