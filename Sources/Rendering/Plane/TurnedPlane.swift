import CRenderKernels
import Editorial
import Media
import Motion

/// A picture that turns, tilts or swells before the camera.
///
/// Positions are told to 1/512 of a pixel; the picture is kept at sizes so
/// close to those it is shown at that four by four pixels make one.
final class TurnedPlane: Plane {
    private let framing: PlaneFraming
    private let pyramid: PlanePyramid
    private let mean: MeanLight?

    init(source: Frame, framing: PlaneFraming) throws(MediaError) {
        self.framing = framing
        pyramid = try PlanePyramid(source: source, framing: framing)
        mean = framing.fades ? MeanLight(of: source) : nil
    }

    func render(_ times: [Double], isCoarse: Bool, into frame: Frame, how: RowBands) {
        var seen = PlaneSight(of: framing.source)
        seen.passes = times.map { time in
            plane_pass(framing.homography(at: time), swell: framing.pose(at: time).distort)
        }
        seen.levels = pyramid.levels.map(\.level)
        seen.mirrorsEdge = framing.mirrorsEdge
        seen.isCoarse = isCoarse
        seen.fade = mean?.fade(framing, times)
        seen.render(into: frame, how: how)
        withExtendedLifetime(pyramid) {}
    }
}
