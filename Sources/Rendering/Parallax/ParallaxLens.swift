import CRenderKernels
import Editorial
import Motion

/// A lens that is sharp at one distance, for one frame.
struct ParallaxLens {
    /// The inverse distance that is sharp.
    private let sharp: Double
    /// Pixels of the blur circle's radius for one unit of inverse distance.
    private let strength: Double
    /// The largest radius.
    private let limit: Double

    /// Is nil where the pose has no aperture.
    ///
    /// The circle is 0.02 of the frame's height, over the f-number, times the
    /// focal length's square, for one unit of inverse distance; at most 0.03.
    init?(_ pose: CameraPose, height: Int) {
        guard pose.aperture.isFinite else { return nil }
        sharp = 1 / max(pose.focus, 1e-3)
        strength = 0.02 * Double(height) / max(pose.aperture, 0.1) * pose.focal * pose.focal / 2
        limit = 0.03 * Double(height) / 2
    }

    /// Blurs a frame whose depth is told, on all cores.
    func blur(_ bench: ParallaxBench, _ room: ParallaxBench.FocusRoom, rowsPerBand: Int) {
        var focus = parallax_focus()
        focus.light = UnsafePointer(bench.light)
        focus.out = room.light
        focus.stride = Int64(bench.stride)
        focus.width = Int32(bench.size.width)
        focus.height = Int32(bench.size.height)
        focus.radius = room.depth
        focus.sharp = Float(sharp)
        focus.strength = Float(strength)
        focus.limit = Float(limit)
        focus.half_light = room.halfLight
        focus.half_radius = room.halfRadius
        focus.reach = room.reach
        withUnsafePointer(to: focus) { focus in
            // unsafe: bands only read the focus, and write rows of their own.
            nonisolated(unsafe) let focus = focus
            bench.rows(2 * PARALLAX_TILE) { parallax_focus_measure(focus, $0, $1) }
            bench.rows(rowsPerBand) { parallax_focus_blur(focus, $0, $1) }
        }
    }
}
