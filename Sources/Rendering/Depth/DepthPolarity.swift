/// Which end of a depth map's numbers is near.
package enum DepthPolarity: Hashable, Sendable {
    /// Bright is near: what Depth Anything and MiDaS write, and disparity.
    case nearIsBright
    /// Dark is near: distances, and z-buffers.
    case nearIsDark
}
