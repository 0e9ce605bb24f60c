import CRenderKernels
package import Editorial
package import Media
package import Motion

/// Renders a shot's frames from one picture, hung as a plane before the camera.
///
/// The picture is kept in linear light at the sizes the shot needs, and every
/// frame is resampled from it once. A camera that only pans, zooms and
/// dollies takes one way, which filters rows and columns apart; any other
/// takes the way that can turn the picture.
package final class PlaneRenderer: MomentRenderer {
    package let framing: PlaneFraming
    private let plane: any Plane

    /// Prepares a picture for a shot; `source` is not kept.
    ///
    /// - Throws: ``MediaError`` when there is not enough memory.
    /// - Precondition: `source` is rgba8, or yuv420p10 where the shot fades nowhere.
    package init(source: Frame, path: CameraPath, output: PixelSize) throws(MediaError) {
        framing = PlaneFraming(path: path, source: source.size, output: output)
        precondition(
            source.format == .rgba8 || source.format == .yuv420p10 && !framing.fades,
            "A plane is made from rgba8, or from ten bits that do not fade."
        )
        plane =
            if framing.isStraight {
                try StraightPlane(source: source, framing: framing)
            } else {
                try TurnedPlane(source: source, framing: framing)
            }
    }

    /// Renders the frame at a shot time, on all cores; the same bits whatever
    /// their number.
    ///
    /// - Precondition: `frame` has the size the renderer was made for.
    package func render(at time: Double, into frame: Frame) {
        render(mean: [time], isCoarse: false, into: frame)
    }

    func render(mean times: [Double], isCoarse: Bool, into frame: Frame) {
        render(mean: times, isCoarse: isCoarse, into: frame, how: .standard)
    }

    func render(mean times: [Double], isCoarse: Bool, into frame: Frame, how: RowBands) {
        precondition(frame.size == framing.output, "The frame has the size of the film.")
        precondition(
            (1...SCALE_PASSES).contains(times.count),
            "A frame is the mean of one to sixteen moments."
        )
        plane.render(times, isCoarse: isCoarse, into: frame, how: how)
    }
}

/// A picture made ready for one kind of move.
protocol Plane: Sendable {
    /// Renders the mean of the frames at some shot times, at most sixteen.
    ///
    /// `isCoarse` allows a short filter, for moments that lie so far apart that
    /// their mean shows no detail finer than it.
    func render(_ times: [Double], isCoarse: Bool, into frame: Frame, how: RowBands)
}
