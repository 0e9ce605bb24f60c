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
    /// Focal length as a factor of the base lens; more is tighter.
    package var focal = 1.0

    package init() {}

    package static let neutral = CameraPose()
}
