import Foundation

/// Mixes what up to three presets ask of a camera at one moment.
///
/// Moves and swelling add, lenses multiply, and the strongest aim, opening and
/// fade win. Focus is that of the first slot which sets it. Of the shutters
/// that are set, the widest wins, or the narrowest in bullet time.
struct PoseMix {
    private var pose = CameraPose.neutral
    private var focal = 0.0
    private var focus: Double?
    private var opening = 0.0
    private var shutters: ClosedRange<Double>?
    private var hold = 0.0
    private let prefersShortShutter: Bool

    init(prefersShortShutter: Bool) {
        self.prefersShortShutter = prefersShortShutter
    }

    /// Takes an amount in the channel's measure, as ``CameraChannel`` defines it.
    mutating func add(_ amount: Double, to channel: CameraChannel) {
        switch channel {
        case .aim: pose.aim = max(pose.aim, amount)
        case .fade: pose.fade = max(pose.fade, amount)
        case .focal: focal += amount
        case .focus: focus = focus ?? amount
        case .aperture: opening = max(opening, amount)
        case .shutter:
            // At the usual angle a preset has no wish.
            guard amount != 0 else { return }
            let (low, high) = (shutters?.lowerBound ?? amount, shutters?.upperBound ?? amount)
            shutters = min(low, amount)...max(high, amount)
        default: pose.add(amount, to: channel)
        }
    }

    /// Takes how exactly the lens makes up for the dolly.
    mutating func hold(subject share: Double) { hold = max(hold, share) }

    /// Returns the mix, held to what a camera may do.
    func pose(anchor: AnchorPoint) -> CameraPose {
        var pose = pose
        pose.anchor = anchor
        pose.dolly = pose.dolly.clamped(to: CameraChannel.dolly.range.lowerBound * 3...0.45)
        pose.azimuth = pose.azimuth.clamped(to: CameraChannel.azimuth.range)
        pose.elevation = pose.elevation.clamped(to: CameraChannel.elevation.range)
        pose.distort = pose.distort.clamped(to: CameraChannel.distort.range)
        pose.aim = pose.aim.clamped(to: 0...1)
        pose.fade = pose.fade.clamped(to: 0...1)
        pose.focal = exp(focal).clamped(to: CameraChannel.focal.range)
        // After the dolly's strength and mixing, so that the size is held whatever they are.
        if hold > 0 { pose.focal *= pow(1 - pose.dolly, hold) }
        if let focus { pose.focus = CameraChannel.focus.value(measured: focus) }
        if opening > 0 { pose.aperture = 1 / opening }
        if let shutters {
            let change = prefersShortShutter ? shutters.lowerBound : shutters.upperBound
            pose.shutter = CameraChannel.shutter.value(measured: change)
                .clamped(to: CameraChannel.shutter.range)
        }
        return pose
    }
}

extension Double {
    func clamped(to range: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
