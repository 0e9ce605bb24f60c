/// Where a frame's pixels lie in its picture, at every depth.
///
/// The pixel x = (u, v, 1) of the frame, when what it shows is at inverse
/// distance w, comes from `A (1 + w m.z) - w (K m).xy` in the picture, where
/// A is `ray` times x divided by its third part. m is minus the camera's
/// position, K leads from directions to pixels of the picture. At w = 1 this is the
/// framing's homography. Pixel coordinates are those of ``Homography``.
package struct DepthView: Hashable, Sendable {
    /// K R K'⁻¹, row by row: from pixels of the frame to pixels of a picture
    /// infinitely far away.
    package let ray: [Double]
    /// K m; the last of the three is m.z.
    package let shift: [Double]

    /// - Precondition: There are nine values, and three.
    package init(ray: [Double], shift: [Double]) {
        precondition(ray.count == 9 && shift.count == 3, "A depth view has nine and three values.")
        self.ray = ray
        self.shift = shift
    }

    /// Returns where a pixel lies in the picture when what it shows is at
    /// inverse distance `nearness`.
    package func map(x: Double, y: Double, nearness: Double) -> (x: Double, y: Double) {
        let depth = ray[6] * x + ray[7] * y + ray[8]
        let grown = (1 + nearness * shift[2]) / depth
        return (
            (ray[0] * x + ray[1] * y + ray[2]) * grown - nearness * shift[0],
            (ray[3] * x + ray[4] * y + ray[5]) * grown - nearness * shift[1]
        )
    }
}
