package import Editorial
package import Media
package import Motion

/// Renders the frames of a shot as they are in its film.
///
/// This is the one way to a shot's pixels: what the preview shows of a frame
/// is what the film has, before it is encoded. Nothing is kept from one frame
/// to the next, so they may be asked for in any order.
package final class ShotRenderer: Sendable {
    package let framing: PlaneFraming
    private let renderer: any MomentRenderer
    private let shutter: Shutter
    private let look: LookRenderer?

    /// Prepares a picture for a shot of some frames, with its depth where it has
    /// one.
    ///
    /// Neither is kept. With a `look`, only rgba8 frames can be rendered.
    ///
    /// - Throws: ``MediaError`` when there is not enough memory.
    /// - Precondition: `source` is rgba8.
    package init(
        source: Frame,
        depth: DepthMap? = nil,
        path: CameraPath,
        output: PixelSize,
        frameCount: Int,
        look: LookRenderer? = nil
    ) throws(MediaError) {
        self.look = look
        renderer =
            if let depth {
                try ParallaxRenderer(source: source, depth: depth, path: path, output: output)
            } else {
                try PlaneRenderer(source: source, path: path, output: output)
            }
        framing = renderer.framing
        shutter = Shutter(framing: renderer.framing, frameCount: frameCount)
    }

    /// Renders a frame, blurred by what moves while the shutter is open, on all
    /// cores; the same bits whatever their number.
    ///
    /// - Precondition: `frame` has the size the renderer was made for.
    package func render(_ index: FrameIndex, into frame: Frame) {
        let moments = shutter.moments(of: look?.sourceIndex(of: index) ?? index)
        renderer.render(mean: moments.times, isCoarse: moments.isCoarse, into: frame)
        look?.apply(to: frame, at: index)
    }
}
