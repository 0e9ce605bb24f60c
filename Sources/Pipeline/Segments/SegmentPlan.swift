import Editorial

/// The parts in which a long film is made, so that a worker that follows one
/// that was killed goes on and does not begin anew.
struct SegmentPlan: Hashable, Sendable {
    /// Every frame once, in order.
    let parts: [Range<Int>]

    /// Plans parts of about eight seconds; a film of up to twelve is one.
    ///
    /// Each begins where a film of one piece would have a key frame, so the
    /// parts cost no more than it. The same film has the same parts always.
    init(frameCount: Int, frameRate: FrameRate) {
        let keyframes = max(1, Int((frameRate.framesPerSecond * 2).rounded()))
        self.init(frameCount: frameCount, length: keyframes * 4)
    }

    /// - Precondition: The length is above 0.
    init(frameCount: Int, length: Int) {
        precondition(length > 0, "A part has frames.")
        let count = max(1, (frameCount + length / 2) / length)
        parts = (0..<count).map { index in
            index * length..<(index == count - 1 ? frameCount : (index + 1) * length)
        }
    }
}
