import Editorial

/// Where a film is that plays in real time; late looks skip frames, and never
/// slow it down.
struct PlayerClock {
    let rate: FrameRate
    let count: Int
    private(set) var isPlaying = false
    /// The frame at which it last began to play.
    private var origin = 0
    private var since = 0.0

    init(rate: FrameRate, count: Int) {
        self.rate = rate
        self.count = max(1, count)
    }

    /// Returns the frame that is shown at a time in seconds.
    func frame(at now: Double) -> FrameIndex { FrameIndex(min(passed(at: now), count - 1)) }

    /// Whether the last frame was shown as long as the others.
    func isOver(at now: Double) -> Bool { isPlaying && passed(at: now) >= count }

    /// When the frame after the one that is shown begins.
    func nextFrame(after now: Double) -> Double {
        since + Double(passed(at: now) + 1 - origin) / rate.framesPerSecond
    }

    mutating func play(at now: Double) {
        guard !isPlaying else { return }
        since = now
        isPlaying = true
    }

    mutating func pause(at now: Double) {
        guard isPlaying else { return }
        origin = min(passed(at: now), count - 1)
        isPlaying = false
    }

    /// Goes some frames on or back, within the film.
    mutating func step(by frames: Int, at now: Double) {
        origin = min(max(0, min(passed(at: now), count - 1) + frames), count - 1)
        since = now
    }

    mutating func restart(at now: Double) {
        origin = 0
        since = now
    }

    private func passed(at now: Double) -> Int {
        guard isPlaying else { return origin }
        // A hair more, as the timer for a frame's beginning may be early by one.
        return origin + Int((now - since) * rate.framesPerSecond + 1e-3)
    }
}
