extension CameraPose {
    /// Adds to a channel whose mixing is a sum.
    mutating func add(_ amount: Double, to channel: CameraChannel) {
        switch channel {
        case .truck: truck += amount
        case .pedestal: pedestal += amount
        case .dolly: dolly += amount
        case .azimuth: azimuth += amount
        case .elevation: elevation += amount
        case .pan: pan += amount
        case .tilt: tilt += amount
        case .roll: roll += amount
        case .distort: distort += amount
        case .aim, .focal, .focus, .aperture, .shutter, .fade:
            preconditionFailure("The channel \(channel.rawValue) is not mixed by adding.")
        }
    }
}
