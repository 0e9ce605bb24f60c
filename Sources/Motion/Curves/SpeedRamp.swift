/// A bending of a shot's time: where the move stands at every moment.
///
/// The camera's curves are read at the bent time; a hand shakes in seconds and
/// is not bent.
package struct SpeedRamp: Hashable, Sendable {
    /// The most points a ramp may have.
    package static let maximumPoints = 32

    /// Its name in a preset file; nil for points of a person's own.
    package let name: String?
    /// From shot time (x) to the move's time (y), ascending in both, from (0, 0) to (1, 1).
    package let points: [SIMD2<Double>]
    /// The shot times between which a clip's picture stands still.
    package let freeze: ClosedRange<Double>?
    private let line: MonotoneCubic

    /// Is nil unless 2 to 32 points ascend in both parts from (0, 0) to (1, 1).
    package init?(points: [SIMD2<Double>]) {
        self.init(name: nil, points: points)
    }

    private init?(name: String?, points: [SIMD2<Double>], freeze: ClosedRange<Double>? = nil) {
        guard (2...SpeedRamp.maximumPoints).contains(points.count),
            points.first == [0, 0], points.last == [1, 1],
            zip(points, points.dropFirst()).allSatisfy({ $0.x < $1.x && $0.y <= $1.y })
        else { return nil }
        self.name = name
        self.points = points
        self.freeze = freeze
        line = MonotoneCubic(points, ends: .straight)
    }

    /// The ramps with a name, in the order a person learns them.
    package static let named: [SpeedRamp] = [
        SpeedRamp(name: "impact", points: [[0, 0], [0.35, 0.55], [0.55, 0.66], [1, 1]]),
        SpeedRamp(name: "slow-mo", points: [[0, 0], [0.25, 0.40], [0.80, 0.62], [1, 1]]),
        SpeedRamp(name: "ramp-up", points: [[0, 0], [0.6, 0.30], [1, 1]]),
        SpeedRamp(name: "ramp-down", points: [[0, 0], [0.4, 0.70], [1, 1]]),
        SpeedRamp(name: "hero", points: [[0, 0], [0.30, 0.46], [0.70, 0.58], [1, 1]]),
        SpeedRamp(name: "flash-in", points: [[0, 0], [0.15, 0.55], [1, 1]]),
        SpeedRamp(name: "flash-out", points: [[0, 0], [0.85, 0.45], [1, 1]]),
        SpeedRamp(
            name: "bullet",
            points: [[0, 0], [0.20, 0.38], [0.80, 0.62], [1, 1]],
            freeze: 0.20...0.80
        ),
    ].compactMap { $0 }

    /// Finds a ramp by the name a preset file gives it; nil for `none` and names of none.
    package init?(name: String) {
        guard let ramp = SpeedRamp.named.first(where: { $0.name == name }) else { return nil }
        self = ramp
    }

    /// Returns where the move stands at a shot time, 0…1.
    package func progress(at time: Double) -> Double { line.y(at: time) }

    /// Returns how much of a clip's time has gone by at a shot time, 0…1.
    package func clipProgress(at time: Double) -> Double {
        guard let freeze else { return progress(at: time) }
        return time <= freeze.upperBound
            ? min(time, freeze.lowerBound) : time - (freeze.upperBound - freeze.lowerBound)
    }
}
