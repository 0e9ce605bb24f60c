package import Editorial
import Foundation

/// How a camera turned and zoomed through a scene, as curves: one value a
/// frame, nothing at the scene's first.
///
/// Angles are those of a 35 mm lens on a frame of 36 mm: the clip does not say
/// which lens took it. Looking right and up count up; rolling clockwise turns
/// the picture anticlockwise.
package struct CameraCurves: Hashable, Sendable {
    /// Shot times from 0, the first frame, to 1, the last.
    package let times: [Double]
    /// From the first frame to the last.
    package let seconds: Double
    /// Degrees.
    package private(set) var pan: [Double]
    package private(set) var tilt: [Double]
    package private(set) var roll: [Double]
    /// Factors of the focal length.
    package private(set) var zoom: [Double]
    /// How unevenly things near and far moved, as a share of how far they did:
    /// the middle of the scene's frames.
    package let parallax: Double
    /// The film's own size.
    package let size: PixelSize

    /// Splits a scene's motion; of a scene with one frame, everything is at rest.
    ///
    /// - Precondition: The track has the scene.
    package init(_ track: CameraTrack, scene: Int) {
        let steps = track.steps[track.scenes[scene]]
        let start = steps.first?.seconds ?? 0
        let length = (steps.last?.seconds ?? 0) - start
        let even = 1 / Double(max(1, steps.count - 1))
        // A clip without usable times is taken to run evenly.
        times = steps.enumerated().map { index, step in
            length > 0 ? (step.seconds - start) / length : Double(index) * even
        }
        seconds = length
        size = track.size
        let view = LensView(size: track.size)
        var turn = LensView.Turn()
        let turns = steps.map { step in
            turn = view.turn(for: step.map, near: turn)
            return turn
        }
        pan = turns.map(\.pan)
        tilt = turns.map(\.tilt)
        roll = turns.map(\.roll)
        zoom = turns.map(\.focal)
        let told = steps.map(\.parallax).filter { $0 > 0 }.sorted()
        parallax = told.isEmpty ? 0 : told[told.count / 2]
    }

    /// The part of the motion, 0…1, that was a camera on its way rather than
    /// one that turned.
    ///
    /// What is measured is never quite 0; a fiftieth is nothing.
    package var travel: Double {
        let share = min(max((parallax - 0.02) / 0.06, 0), 1)
        return share * share * (3 - 2 * share)
    }

    /// Returns the curves without their jolts.
    ///
    /// `strength` goes from 0, as they are, to 1: whatever is over within half
    /// a second is gone.
    package func smoothed(_ strength: Double) -> CameraCurves {
        let width = min(max(strength, 0), 1) * 0.5
        guard width > 0, seconds > 0 else { return self }
        let smoother = CurveSmoother(times: times.map { $0 * seconds }, width: width)
        var result = self
        result.pan = smoother.smooth(pan)
        result.tilt = smoother.smooth(tilt)
        result.roll = smoother.smooth(roll)
        result.zoom = smoother.smooth(zoom.map { log($0) }).map { exp($0) }
        return result
    }
}
