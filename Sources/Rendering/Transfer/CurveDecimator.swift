import Motion

/// Draws a curve of many values with few keys.
struct CurveDecimator {
    /// As many as a preset's file may have for a channel.
    private static let most = 256

    let channel: CameraChannel
    let times: [Double]

    /// Returns keys whose smooth line is nowhere further than `tolerance` from
    /// the values; nil when the values hardly differ from `neutral`.
    ///
    /// A curve that would take more keys than a file may have is drawn more
    /// roughly.
    func curve(_ values: [Double], tolerance: Double, neutral: Double) -> ChannelCurve? {
        guard values.contains(where: { abs($0 - neutral) > tolerance }), times.count > 1 else {
            return nil
        }
        var bound = tolerance
        while true {
            if let kept = keys(values, within: bound) { return .smooth(kept) }
            bound *= 2
        }
    }

    /// Adds the worst frame of every stretch that is not drawn well enough,
    /// until all are; nil when that takes too many.
    private func keys(_ values: [Double], within bound: Double) -> [CurveKey]? {
        var kept = [0, times.count - 1]
        while true {
            let line = drawn(kept, values)
            var more: [Int] = []
            for (from, to) in zip(kept, kept.dropFirst()) where to - from > 1 {
                let off = (from + 1..<to).map { (abs(line($0) - values[$0]), $0) }
                if let worst = off.max(by: { $0.0 < $1.0 }), worst.0 > bound {
                    more.append(worst.1)
                }
            }
            if more.isEmpty { return kept.map { CurveKey(times[$0], values[$0]) } }
            kept = (kept + more).sorted()
            if kept.count > CurveDecimator.most { return nil }
        }
    }

    /// The line as a camera will follow it.
    private func drawn(_ kept: [Int], _ values: [Double]) -> (Int) -> Double {
        let keys = kept.map { CurveKey(times[$0], values[$0]) }
        let preset = Preset(id: "curve", name: "Curve", curves: [channel: .smooth(keys)])
        let path = CameraPath([(preset: preset, strength: 1)])
        return { channel.value(in: path.pose(at: times[$0])) }
    }
}

extension CameraChannel {
    /// The channel's number in a pose; 0 for those that a clip cannot tell.
    fileprivate func value(in pose: CameraPose) -> Double {
        switch self {
        case .pan: pose.pan
        case .tilt: pose.tilt
        case .roll: pose.roll
        case .focal: pose.focal
        case .truck: pose.truck
        case .pedestal: pose.pedestal
        case .dolly: pose.dolly
        default: 0
        }
    }
}
