import Editorial
import Foundation
import Motion
import Testing

@testable import Rendering

/// Recovered motion as curves, and as a preset that is read back.
struct MotionPresetTests {
    private static let size = PixelSize(width: 1280, height: 720)

    /// The track that a camera on a path leaves, without a film.
    private func track(_ path: CameraPath, frames: Int, size: PixelSize = size) -> CameraTrack {
        let framing = PlaneFraming(path: path, source: size, output: size)
        let first = framing.homography(at: 0)
        let steps = (0..<frames).map { index in
            let time = CameraPath.time(of: FrameIndex(index), count: frames)
            let map = (framing.homography(at: time).inverse ?? .identity).after(first)
            return CameraTrack.Step(seconds: Double(index) / 30, map: map, sureness: 1)
        }
        return CameraTrack(size: size, steps: steps, scenes: [0..<frames])
    }

    @Test(arguments: [
        (CameraChannel.pan, 4.0), (.tilt, -3), (.roll, 8), (.focal, 1.3),
    ])
    func `A move of one kind is found to be of that kind`(
        channel: CameraChannel,
        end: Double
    ) {
        let neutral = channel == .focal ? 1.0 : 0
        let path = CameraPath.moving(channel, [CurveKey(0, neutral), CurveKey(1, end)])
        // Enlarging the frame to hide the picture's edges enlarges a turn, too.
        let enlarged = PlaneFraming(path: path, source: Self.size, output: Self.size).overscan
        let curves = CameraCurves(track(path, frames: 20), scene: 0)
        let found = [
            CameraChannel.pan: curves.pan, .tilt: curves.tilt, .roll: curves.roll,
            .focal: curves.zoom,
        ]
        for (other, values) in found {
            let rest = other == .focal ? 1.0 : 0
            let isTurn = channel == .pan || channel == .tilt
            let wanted = other == channel ? end * (isTurn ? enlarged : 1) : rest
            #expect(abs((values.last ?? .nan) - wanted) < 0.04 * abs(end), "\(other)")
        }
    }

    @Test func `A preset's file is read back as the preset`() throws {
        let curves = CameraCurves(track(.lively, frames: 60), scene: 0)
        let made = MotionPreset(curves, name: "Bob's Walk: 2", origin: "walk's end.mp4")
        let read = try PresetLibrary.decode(made.yaml, file: "walk.yaml")
        #expect(read.id == "bob-s-walk-2")
        #expect(read.name == "Bob's Walk: 2")
        #expect(read.summary == made.preset.summary)
        #expect(Set(read.curves.keys) == [.pan, .tilt, .roll, .focal])
        let (a, b) = (CameraPath([(made.preset, 1)]), CameraPath([(read, 1)]))
        for step in 0...50 {
            let (x, y) = (a.pose(at: Double(step) / 50), b.pose(at: Double(step) / 50))
            #expect(abs(x.pan - y.pan) < 0.001 && abs(x.focal - y.focal) < 0.001)
        }
    }

    @Test func `A preset follows the curves to a tenth of a pixel, with few keys`() throws {
        let curves = CameraCurves(track(.lively, frames: 90), scene: 0)
        let preset = MotionPreset(curves, name: "Walk", origin: "walk.mp4").preset
        let path = CameraPath([(preset, 1)])
        let middle = ((curves.pan.min() ?? 0) + (curves.pan.max() ?? 0)) / 2
        for (index, time) in curves.times.enumerated() {
            #expect(abs(path.pose(at: time).pan - (curves.pan[index] - middle)) < 0.006)
        }
        guard case .smooth(let keys) = preset.curves[.pan] else {
            Issue.record("A recovered curve is a smooth one.")
            return
        }
        #expect(keys.count < 30)
    }

    @Test func `A camera that holds still makes a preset without keys`() throws {
        let curves = CameraCurves(track(.still, frames: 10), scene: 0)
        let made = MotionPreset(curves, name: "", origin: "still.mp4")
        #expect(made.preset.curves.isEmpty)
        #expect(try PresetLibrary.decode(made.yaml, file: "x.yaml").id == "recovered-motion")
    }

    @Test func `Uneven shifts are taken for a camera on its way`() {
        let still = track(CameraPath.moving(.pan, [CurveKey(0, 0), CurveKey(1, 4)]), frames: 20)
        let steps = still.steps.map { step in
            CameraTrack.Step(seconds: step.seconds, map: step.map, sureness: 1, parallax: 0.2)
        }
        let moving = CameraTrack(size: still.size, steps: steps, scenes: still.scenes)
        let preset = MotionPreset(CameraCurves(moving, scene: 0), name: "T", origin: "t").preset
        #expect(preset.curves[.truck] != nil && preset.curves[.pan] == nil)
        #expect(preset.words["text"] == "camera trucks right")
    }

    @Test func `A move that is too large for a preset is made smaller and said to be`() {
        let curves = CameraCurves(
            track(CameraPath.moving(.focal, [CurveKey(0, 1), CurveKey(1, 8)]), frames: 30)
                .repeated(),
            scene: 0
        )
        let made = MotionPreset(curves, name: "Zoom", origin: "zoom.mp4")
        #expect(made.remarks.count == 1)
        #expect(CameraPath([(made.preset, 1)]).pose(at: 1).focal <= 8)
    }
}

extension CameraTrack {
    /// The same move again, from where it ended.
    fileprivate func repeated() -> CameraTrack {
        let last = steps[steps.count - 1]
        let again = steps.map { step in
            Step(seconds: last.seconds + step.seconds, map: step.map.after(last.map), sureness: 1)
        }
        let all = steps + again.dropFirst()
        return CameraTrack(size: size, steps: all, scenes: [0..<all.count])
    }
}
