/// How a mix runs over a shot's time.
struct ShotTiming: Hashable, Sendable {
    let loops: Bool
    private let ramp: SpeedRamp?
    /// The share of the ramp that is carried out.
    private let share: Double
    private let clock: ShotClock

    /// A wish bends time wholly; else the first slot that has a ramp does, as
    /// far as its strength goes.
    init(_ layers: [CameraLayer], clock: ShotClock, wish: SpeedRamp?) {
        let own = layers.first { $0.move.ramp != nil }
        ramp = wish ?? own?.move.ramp
        share = wish == nil ? own?.strength ?? 0 : 1
        let moving = layers.filter { !$0.isStill }
        loops = !moving.isEmpty && moving.allSatisfy(\.move.loops)
        self.clock = clock
    }

    func held(_ time: Double) -> Double {
        guard time.isFinite else { return 0 }
        if loops, !(0...1).contains(time) { return time - time.rounded(.down) }
        return time.clamped(to: 0...1)
    }

    /// Returns the time of the move at a shot time; the ends stay.
    func progress(at time: Double) -> Double {
        guard let ramp else { return time }
        return (1 - share) * time + share * ramp.progress(at: time)
    }

    /// Returns the shot time of a time of the move.
    func time(at progress: Double) -> Double {
        guard ramp != nil else { return progress }
        var (low, high) = (0.0, 1.0)
        while high - low > 1e-12 {
            let middle = (low + high) / 2
            if self.progress(at: middle) < progress { low = middle } else { high = middle }
        }
        return high
    }

    func clipProgress(at time: Double) -> Double {
        guard let ramp else { return time }
        return (1 - share) * time + share * ramp.clipProgress(at: time)
    }

    /// Returns the seconds since the first frame.
    ///
    /// A loop's shot time 1 is its first frame again, one frame after its last.
    func seconds(at time: Double) -> Double {
        loops ? time * clock.seconds : clock.seconds(at: time)
    }
}
