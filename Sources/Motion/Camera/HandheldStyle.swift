/// A body that holds the camera; the raw value is its name in a preset file.
package enum HandheldStyle: String, CaseIterable, Hashable, Sendable {
    case none, breath, steadicam, handheld, walk, engine, lapse

    /// How the body shakes at full amount.
    struct Measures {
        /// Hz; of no matter to a style that jumps.
        var band: ClosedRange<Double>
        /// Roots of mean squares: degrees, and subject distances.
        var turn: (pan: Double, tilt: Double, roll: Double)
        var way: (truck: Double, pedestal: Double, dolly: Double)
    }

    var measures: Measures {
        switch self {
        case .none: Measures(band: 1...1, turn: (0, 0, 0), way: (0, 0, 0))
        case .breath:
            Measures(band: 0.15...0.8, turn: (0.10, 0.12, 0.04), way: (0.0015, 0.0025, 0.001))
        case .steadicam:
            Measures(band: 0.1...0.6, turn: (0.18, 0.10, 0.12), way: (0.004, 0.003, 0.002))
        case .handheld:
            Measures(band: 0.3...3, turn: (0.32, 0.28, 0.16), way: (0.004, 0.005, 0.003))
        case .walk:
            Measures(band: 0.3...3, turn: (0.28, 0.25, 0.20), way: (0.005, 0.004, 0.003))
        case .engine:
            Measures(band: 7...13, turn: (0.05, 0.06, 0.03), way: (0.0006, 0.001, 0))
        case .lapse: Measures(band: 4...4, turn: (0.12, 0.10, 0.05), way: (0.003, 0.002, 0))
        }
    }
}
