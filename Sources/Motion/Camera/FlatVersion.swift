/// What a move becomes on a picture without depth.
package enum FlatVersion: Hashable, Sendable {
    /// The same: on a plane it does what it says.
    case same
    /// Other curves in place of those that move the camera; lens faults, shutter and fade stay.
    case curves([CameraChannel: ChannelCurve])
    /// What the general rule makes of it: moves sideways become turns, orbits
    /// become a slight turn and a slight zoom, and a dolly zoom swells the picture.
    case derived
}
