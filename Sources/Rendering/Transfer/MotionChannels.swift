import Editorial
import Foundation
import Motion

/// Recovered curves, as what the channels of a preset do.
struct MotionChannels {
    private(set) var curves: [CameraChannel: ChannelCurve] = [:]
    private(set) var remarks: [String] = []
    /// From the first frame to the last, before anything was made to fit.
    let net: [CameraChannel: Double]

    init(_ source: CameraCurves) {
        let values = MotionChannels.values(source)
        net = values.mapValues { ($0.last ?? 0) - ($0.first ?? 0) }
        for (channel, tolerance) in MotionChannels.tolerances {
            guard let raw = values[channel] else { continue }
            let fitted = MotionChannels.fitted(raw, to: channel)
            if let remark = fitted.remark { remarks.append(remark) }
            let decimator = CurveDecimator(channel: channel, times: source.times)
            curves[channel] = decimator.curve(
                fitted.values,
                tolerance: tolerance,
                neutral: channel == .focal ? 1 : 0
            )
        }
    }

    /// How exactly a curve is drawn: a tenth of a pixel of 1280.
    private static let tolerances: [(CameraChannel, Double)] = [
        (.pan, 0.005), (.tilt, 0.005), (.roll, 0.005), (.focal, 0.0002),
        (.truck, 0.0001), (.pedestal, 0.0001), (.dolly, 0.0002),
    ]

    /// Shares the motion out between a camera that turns and one that travels.
    private static func values(_ source: CameraCurves) -> [CameraChannel: [Double]] {
        let travel = source.travel
        let (width, height) = (Double(source.size.width), Double(source.size.height))
        let long = max(width, height)
        // A preset is written for 16:9, and scaled to a frame of another shape.
        let (across, along) = (long / width, long / height * 9 / 16)
        let degree = Double.pi / 180
        let pan = centred(source.pan.map { $0 * across })
        let tilt = centred(source.tilt.map { $0 * along })
        let widest = source.zoom.min() ?? 1
        let zoom = source.zoom.map { $0 / max(widest, 1e-6) }
        return [
            .pan: pan.map { $0 * (1 - travel) },
            .tilt: tilt.map { $0 * (1 - travel) },
            .roll: source.roll,
            .focal: zoom.map { pow($0, 1 - travel) },
            .truck: pan.map { tan($0 * degree) * travel },
            .pedestal: tilt.map { tan($0 * degree) * travel },
            .dolly: zoom.map { 1 - pow($0, -travel) },
        ]
    }

    private static func centred(_ values: [Double]) -> [Double] {
        let middle = ((values.min() ?? 0) + (values.max() ?? 0)) / 2
        return values.map { $0 - middle }
    }

    /// Makes a curve smaller where a preset may not hold all of it.
    private static func fitted(
        _ values: [Double],
        to channel: CameraChannel
    ) -> (values: [Double], remark: String?) {
        let range = channel.range
        let reach = values.map { value in
            value > 0 ? value / range.upperBound : value / range.lowerBound
        }
        let most = reach.max() ?? 0
        guard most > 1 else { return (values, nil) }
        let remark =
            "\(channel.rawValue) goes beyond what a preset holds (\(range.lowerBound) to "
            + "\(range.upperBound) \(channel.unit)), so it was made smaller."
        if channel == .focal {
            let power = log(range.upperBound) / log(max(values.max() ?? 1, 1.000_1))
            return (values.map { pow($0, power) }, remark)
        }
        return (values.map { $0 / most }, remark)
    }
}
