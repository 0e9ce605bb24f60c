import Foundation
import Motion
import Rendering

/// The camera's motion in one scene of a clip, and the preset made of it.
struct RecoveredMotion {
    let track: CameraTrack
    let scene: Int
    let curves: CameraCurves
    let made: MotionPreset

    /// Makes a preset named `name`, otherwise after the clip, of a scene whose
    /// jolts are taken out to a degree from 0 to 1.
    init(
        _ track: CameraTrack,
        scene: Int,
        clip: String,
        name: String? = nil,
        smooth: Double = 0
    ) {
        let file = URL(filePath: clip)
        self.track = track
        self.scene = scene
        curves = CameraCurves(track, scene: scene).smoothed(smooth)
        made = MotionPreset(
            curves,
            name: name ?? file.deletingPathExtension().lastPathComponent,
            origin: file.lastPathComponent
        )
    }

    /// Recovers the motion of a clip's longest scene as it is.
    init(of clip: String) throws {
        let track = try Self.track(of: clip, model: .homography)
        self.init(track, scene: track.longestScene, clip: clip)
    }

    var preset: Preset { made.preset }

    /// Follows the clip's camera, and shows how far that is.
    static func track(of clip: String, model: MotionModel) throws -> CameraTrack {
        let bar = ProgressBar()
        let interrupt = Interrupt()
        defer { bar.finish() }
        return try CameraTrack(reading: clip, model: model) { progress in
            try interrupt.check()
            bar.show("following", progress)
        }
    }
}
