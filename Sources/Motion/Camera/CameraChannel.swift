import Foundation

/// One of the numbers a camera move turns over time; the raw value is its
/// name in a preset file.
package enum CameraChannel: String, CaseIterable, Hashable, Sendable {
    case truck, pedestal, dolly
    case azimuth = "az"
    case elevation = "el"
    case pan, tilt, roll, aim, focal, focus, aperture, shutter, distort, fade

    /// The values a preset may give the channel, in its unit.
    package var range: ClosedRange<Double> {
        switch self {
        case .truck, .pedestal: -1.5...1.5
        case .dolly: -0.5...0.45
        case .azimuth, .elevation: -12...12
        case .pan: -45...45
        case .tilt: -20...20
        case .roll: -360...360
        case .aim, .fade: 0...1
        case .focal: 0.5...8
        case .focus: 0.4...8
        case .aperture: 0.7...32
        case .shutter: 0...360
        case .distort: -0.2...0.8
        }
    }

    /// What the values of `range` count.
    package var unit: String {
        switch self {
        case .truck, .pedestal, .dolly, .focus: "subject distances"
        case .azimuth, .elevation, .pan, .tilt, .roll, .shutter: "degrees"
        case .aim, .fade, .distort: "a share"
        case .focal: "a factor"
        case .aperture: "an f-number"
        }
    }

    /// The value of a camera that does nothing.
    package var neutral: Double {
        switch self {
        case .focal, .focus: 1
        case .aperture: .infinity
        case .shutter: 180
        default: 0
        }
    }

    /// Whether strength scales it.
    ///
    /// What the camera looks at, and that the picture goes, is not a matter of
    /// more or less.
    package var hasStrength: Bool { self != .aim && self != .fade }

    /// Whether it moves the picture about the frame.
    package var moves: Bool {
        switch self {
        case .truck, .pedestal, .dolly, .azimuth, .elevation, .pan, .tilt, .roll, .focal: true
        case .aim, .focus, .aperture, .shutter, .distort, .fade: false
        }
    }

    /// Turns a written value into the measure in which neutral is 0, strength
    /// multiplies and curves are eased: the logarithm for focal, dioptres for
    /// focus, the lens's opening for aperture, the change for shutter.
    package func measure(_ value: Double) -> Double {
        switch self {
        case .focal: log(value)
        case .focus: 1 / value - 1
        case .aperture: 1 / value
        case .shutter: value - 180
        default: value
        }
    }

    /// The inverse of `measure`.
    package func value(measured: Double) -> Double {
        switch self {
        case .focal: exp(measured)
        case .focus: 1 / max(measured + 1, 0.01)
        case .aperture: measured > 0 ? 1 / measured : .infinity
        case .shutter: measured + 180
        default: measured
        }
    }
}
