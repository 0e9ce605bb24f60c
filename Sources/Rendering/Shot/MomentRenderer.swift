import Media
import Motion

/// What can show a shot at any moment, and the mean of several.
protocol MomentRenderer: Sendable {
    var framing: PlaneFraming { get }

    /// Renders the mean, in linear light, of the frames at some shot times, at
    /// most sixteen.
    ///
    /// `isCoarse` allows a short filter, for moments that lie so far apart that
    /// their mean shows no detail finer than it.
    func render(mean times: [Double], isCoarse: Bool, into frame: Frame)
}
