package import Editorial
package import Media
package import Motion

/// Where the depth behind a shot comes from.
package enum ShotDepth {
    /// Returns the depth of a shot's picture: the sketch's own, or one that is
    /// guessed from a photograph.
    ///
    /// Is nil when the camera has no use for it, and when it cannot be guessed
    /// well enough to move through the picture.
    ///
    /// - Throws: ``MediaError`` when there is not enough memory.
    /// - Precondition: `source` is rgba8.
    package static func find(
        behind source: Frame,
        of draft: Draft,
        camera: CameraPath
    ) throws(MediaError) -> DepthMap? {
        guard camera.depthNeed > .none else { return nil }
        guard draft.startFrame == nil, draft.model == "sketch" else { return try guess(source) }
        return try Sketch.paint(
            prompt: draft.prompt,
            style: draft.style,
            seed: draft.seed,
            size: source.size
        )?.depth
    }

    /// Returns the depth that can be guessed of a picture, when it carries a move.
    package static func guess(_ source: Frame) throws(MediaError) -> DepthMap? {
        let estimate = try DepthEstimate(of: source)
        return estimate.parallax > 0 ? estimate.map : nil
    }
}
