package import Editorial

/// What the preview says about its picture.
package struct PreviewTitle: Hashable, Sendable {
    /// What is shown: `live`, `take 2`, or the name of a preset that is tried on.
    package let subject: String
    /// Whether a preset is tried on that the shot does not have.
    package let isAudition: Bool
    package let size: PixelSize
    package let frameRate: FrameRate
}
