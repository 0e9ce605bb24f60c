/// What a shot's time, 0…1, is in seconds and frames.
///
/// Curves run in shot time and need no clock; a hand that shakes does, because
/// it shakes as fast in a long shot as in a short one.
package struct ShotClock: Hashable, Sendable {
    /// How long the film is, its last frame included.
    package var seconds: Double
    package var frameCount: Int
    /// Which shake of all possible ones; the same seed gives the same film.
    package var seed: UInt32

    /// - Precondition: `seconds` is finite and above 0; there is a frame.
    package init(seconds: Double, frameCount: Int, seed: UInt32 = 1) {
        precondition(seconds > 0 && seconds.isFinite && frameCount > 0, "A shot lasts.")
        self.seconds = seconds
        self.frameCount = frameCount
        self.seed = seed
    }

    /// Five seconds at 24 frames a second.
    package static let standard = ShotClock(seconds: 5, frameCount: 120)

    /// Returns the seconds since the first frame; shot time 1 is the last
    /// frame, one frame before the film's end.
    package func seconds(at time: Double) -> Double {
        time * (seconds - frameSeconds)
    }

    /// How long a frame stands.
    package var frameSeconds: Double { seconds / Double(frameCount) }

    /// How much shot time passes from one frame to the next; 0 for a single frame.
    package var frameTime: Double {
        frameCount > 1 ? 1 / Double(frameCount - 1) : 0
    }
}
