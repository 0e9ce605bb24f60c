package import Motion

extension CameraChannel {
    /// The name a person reads.
    package var title: String {
        switch self {
        case .azimuth: "orbit"
        case .elevation: "arc"
        case .focal: "zoom"
        case .distort: "swell"
        default: rawValue
        }
    }

    /// What stands behind its values; empty for plain numbers.
    package var sign: String {
        switch self {
        case .azimuth, .elevation, .pan, .tilt, .roll, .shutter: "°"
        case .focal: "×"
        default: ""
        }
    }

    /// The value of a hand that does nothing, as a number that can be kept.
    package var handRest: Double { neutral.isFinite ? neutral : range.upperBound }

    /// What one press of a key moves it by, in the measure it is eased in.
    var handStep: Double {
        switch self {
        case .azimuth, .elevation: 0.5
        case .pan, .tilt: 0.5
        case .roll: 1
        case .shutter: 10
        case .focal: 0.03
        case .focus: 0.05
        case .aperture: 0.05
        case .truck, .pedestal, .dolly: 0.01
        case .aim, .fade, .distort: 0.05
        }
    }

    /// Returns a value some steps further on, within what the channel may have.
    func value(_ value: Double, movedBy steps: Double) -> Double {
        let moved = self.value(measured: measure(held(value)) + handStep * steps)
        return held(rounded(moved))
    }

    /// Returns the nearest value that the channel may have.
    func held(_ value: Double) -> Double {
        guard value.isFinite else { return handRest }
        return min(max(value, range.lowerBound), range.upperBound)
    }

    /// Returns the nearest whole step of a coarse scale.
    func snapped(_ value: Double) -> Double {
        let grid: Double =
            switch self {
            case .azimuth, .elevation, .pan, .tilt: 1
            case .roll: 5
            case .shutter: 45
            case .focal, .focus: 0.1
            case .aperture: 1
            default: 0.05
            }
        return held((value / grid).rounded() * grid)
    }

    /// Three decimals are more than can be seen, and make keys that can be read.
    private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
