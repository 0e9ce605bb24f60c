/// What a person asks of a shot's camera beyond its presets.
package struct CameraWishes: Hashable, Sendable {
    /// Bends time in place of the presets' own ramp.
    package var ramp: SpeedRamp?
    /// Where the subject is, in place of the presets' guess.
    package var anchor: AnchorPoint?
    package var edge: EdgePolicy?
    /// The share of the depth to show, 0…1, in place of what parallax can bear.
    package var relief: Double?

    package init(
        ramp: SpeedRamp? = nil,
        anchor: AnchorPoint? = nil,
        edge: EdgePolicy? = nil,
        relief: Double? = nil
    ) {
        self.ramp = ramp
        self.anchor = anchor
        self.edge = edge
        self.relief = relief
    }

    package static let none = CameraWishes()
}
