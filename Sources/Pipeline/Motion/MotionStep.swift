import Foundation
import Glibc
import Motion
import Rendering

/// Follows the camera of a clip and writes down how it moves, as a preset.
struct MotionStep {
    let order: MotionOrder
    let report: (Double) throws -> Void
    let log: (String) -> Void

    func run() throws {
        let track = try CameraTrack(reading: order.clip, model: order.model) {
            try report(0.95 * $0)
        }
        let scene = order.scene ?? track.longestScene
        guard track.scenes.indices.contains(scene) else {
            throw StepFailure(
                "There is no scene \(scene + 1) in \(order.clip); it has \(track.scenes.count)."
            )
        }
        let made = MotionPreset(
            CameraCurves(track, scene: scene).smoothed(min(max(order.smooth, 0), 1)),
            name: order.name,
            origin: URL(filePath: order.clip).lastPathComponent
        )
        try write(made.yaml)
        for remark in made.remarks { log(remark) }
        log("The preset \(made.preset.id) is in \(order.path).")
    }

    /// Writes the file, which appears only when it is whole and on the disk.
    private func write(_ text: String) throws {
        let partial = order.path + ".partial"
        let file = Glibc.open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        let bytes = Array(text.utf8)
        let isWritten = file >= 0 && Glibc.write(file, bytes, bytes.count) == bytes.count
        let isKept = isWritten && fsync(file) == 0
        if file >= 0 { close(file) }
        guard isKept, rename(partial, order.path) == 0 else {
            unlink(partial)
            throw StepFailure(
                "\(order.path) could not be written; make room or choose another place."
            )
        }
    }
}
