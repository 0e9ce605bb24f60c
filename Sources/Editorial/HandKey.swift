/// A value that a person gave one number of the camera at a frame.
package struct HandKey: Hashable, Codable, Sendable {
    /// Counted from the shot's first frame.
    package var frame: FrameIndex
    /// In the unit that the channel has in preset files.
    package var value: Double
    /// The name of how the value arrives here from the key before, as preset
    /// files spell it; nil is the usual way.
    package var easing: String?

    package init(_ frame: FrameIndex, _ value: Double, easing: String? = nil) {
        self.frame = frame
        self.value = value
        self.easing = easing
    }
}
