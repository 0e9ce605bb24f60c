package import Editorial

/// Where the preview is in its film, and whether it moves.
package struct Playback: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// The shot as its draft stands.
        case shot
        /// The film of a take.
        case film
    }

    /// Whether time passes.
    ///
    /// Frames follow the clock from where it started, so that late ticks drop
    /// frames and never slow the film down.
    enum Run: Hashable {
        case paused
        /// Plays from the next tick on.
        case starting
        case running(from: FrameIndex, since: Timestamp)
    }

    /// The speeds that the shuttle steps through; below 0 it plays backwards.
    package static let speeds: [Double] = [-4, -2, -1, -0.5, -0.25, 0.25, 0.5, 1, 2, 4]

    package var content = Content.shot
    package var frame = FrameIndex.first
    package var isLooping = true
    package var speed = 1.0
    /// The frames between in and out, when they are set; half-open.
    package var range: Range<Int>?
    var run = Run.paused

    package var isPlaying: Bool { run != .paused }
}

extension Playback {
    mutating func play() {
        if run == .paused { run = .starting }
    }

    mutating func pause() { run = .paused }

    /// Goes to a frame; playing goes on from there.
    mutating func seek(_ target: FrameIndex) {
        frame = target
        if isPlaying { run = .starting }
    }

    /// Changes the speed; playing goes on from where it is.
    mutating func setSpeed(_ newSpeed: Double) {
        speed = newSpeed
        if isPlaying { run = .starting }
    }

    /// Moves to the frame that this moment asks for.
    ///
    /// - Parameters:
    ///   - now: The moment.
    ///   - frames: Those that are played.
    ///   - rate: How many of them go by in a second.
    mutating func advance(to now: Timestamp, in frames: Range<Int>, rate: FrameRate) {
        switch run {
        case .paused:
            return
        case .starting:
            run = .running(from: frame, since: now)
        case .running(let start, let since):
            let elapsed = now.seconds(since: since)
            // A clock that was set back, or a night asleep: play on from here.
            guard (0...3600).contains(elapsed) else {
                run = .running(from: frame, since: now)
                return
            }
            let passed = Int(elapsed * rate.framesPerSecond * abs(speed) + 1e-6)
            place(start.value + (speed < 0 ? -passed : passed), in: frames)
        }
    }

    private mutating func place(_ target: Int, in frames: Range<Int>) {
        guard let first = frames.first else { return }
        if isLooping {
            let passed = (target - first) % frames.count
            frame = FrameIndex(first + (passed + frames.count) % frames.count)
        } else {
            frame = FrameIndex(min(max(first, target), frames.upperBound - 1))
            let isAtEnd = speed < 0 ? target <= first : target >= frames.upperBound - 1
            if isAtEnd { pause() }
        }
    }
}
