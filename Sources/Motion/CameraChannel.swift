import Foundation

/// One of the numbers a camera move turns over time; the raw value is its
/// name in a preset file.
package enum CameraChannel: String, CaseIterable, Hashable, Sendable {
    case truck, pedestal, dolly
    case azimuth = "az"
    case elevation = "el"
    case pan, tilt, roll, aim, focal

    /// The values a preset may give the channel: subject distances, degrees, shares, factors.
    package var range: ClosedRange<Double> {
        switch self {
        case .truck, .pedestal: -0.5...0.5
        case .dolly: -0.5...0.45
        case .azimuth, .elevation: -12...12
        case .pan, .tilt: -20...20
        case .roll: -360...360
        case .aim: 0...1
        case .focal: 0.5...8
        }
    }

    /// What the values of `range` count.
    package var unit: String {
        switch self {
        case .truck, .pedestal, .dolly: "subject distances"
        case .azimuth, .elevation, .pan, .tilt, .roll: "degrees"
        case .aim: "a share"
        case .focal: "a factor"
        }
    }

    /// The channel's number in a pose.
    var member: any WritableKeyPath<CameraPose, Double> & Sendable {
        switch self {
        case .truck: \.truck
        case .pedestal: \.pedestal
        case .dolly: \.dolly
        case .azimuth: \.azimuth
        case .elevation: \.elevation
        case .pan: \.pan
        case .tilt: \.tilt
        case .roll: \.roll
        case .aim: \.aim
        case .focal: \.focal
        }
    }

    /// Turns a written value into the measure in which neutral is 0, strength
    /// multiplies and mixing adds: the logarithm for focal, itself for the others.
    func measure(_ value: Double) -> Double {
        self == .focal ? log(value) : value
    }

    /// The inverse of `measure`.
    func value(measured: Double) -> Double {
        self == .focal ? exp(measured) : measured
    }
}
