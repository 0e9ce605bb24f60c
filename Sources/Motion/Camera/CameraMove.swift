/// What a preset does with the camera, at full strength.
package struct CameraMove: Hashable, Sendable {
    /// Channels that rest are absent.
    package var curves: [CameraChannel: ChannelCurve] = [:]
    package var handheld = Handheld.none
    package var kick: Kick?
    /// How time is bent, on top of the curves.
    package var ramp: SpeedRamp?
    /// How fast a clip that serves as the picture plays; 1 is as it was shot.
    package var clipSpeed = 1.0
    /// What `aim` turns to when nobody says.
    package var anchor = AnchorPoint.subject
    /// Whether the last frame leads into the first.
    package var loops = false
    /// The key times at which speed may jump, because something is struck.
    package var hits: [Double] = []
    /// Whether it is in motion already as the shot begins, or still as it ends,
    /// to be cut on movement.
    package var opensAtStart = false
    package var opensAtEnd = false
    /// Whether it is meant to be more than one can follow at ease.
    package var isExtreme = false
    package var edge = EdgePolicy.reframe
    /// The most that the frame is enlarged to hide the picture's edges.
    package var overscanCap = CameraMove.usualOverscanCap
    package var depth = DepthNeed.none
    /// What stands in for it on a picture without depth.
    package var flat = FlatVersion.derived

    package static let usualOverscanCap = 1.5

    package init(curves: [CameraChannel: ChannelCurve] = [:]) {
        self.curves = curves
    }
}
