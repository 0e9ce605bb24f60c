/// Where the camera is and how it looks, at one moment.
///
/// The camera starts at the origin and looks along +z at the subject plane
/// z = 1; +x is right, +y up. Lengths are in subject distances, angles in
/// degrees.
package struct CameraPose: Hashable, Sendable {
    /// Moves right, up, and toward the subject.
    package var truck = 0.0
    package var pedestal = 0.0
    package var dolly = 0.0
    /// Turns about the subject, which stays in the centre: right, up.
    package var azimuth = 0.0
    package var elevation = 0.0
    /// Looks right, up; rolls clockwise, so that the picture turns anticlockwise.
    package var pan = 0.0
    package var tilt = 0.0
    package var roll = 0.0
    /// The share, 0…1, by which the camera turns to hold the subject.
    package var aim = 0.0
    /// What `aim` turns to.
    package var anchor = AnchorPoint.subject
    /// Focal length as a factor of the base lens; more is tighter.
    package var focal = 1.0
    /// How far away the lens is sharp, in subject distances.
    package var focus = 1.0
    /// The f-number; infinite where everything is sharp.
    package var aperture = Double.infinity
    /// Degrees of a turn of 360 a frame for which the shutter is open.
    package var shutter = 180.0
    /// How much the lens swells the picture, as ``LensWarp`` says; 0 is straight.
    package var distort = 0.0
    /// The share, 0…1, to which the picture has turned into its mean colour.
    package var fade = 0.0

    package init() {}

    package static let neutral = CameraPose()

    /// Returns the radius of the disc, in frame heights, into which the lens
    /// spreads a point at an inverse distance; at most 0.03.
    package func blur(nearness: Double) -> Double {
        let spread = abs(nearness - 1 / focus) * focal * focal
        return min(0.020 / aperture * spread, 0.03)
    }
}
