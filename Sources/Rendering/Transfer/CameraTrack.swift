package import Editorial
package import Motion

/// How the camera of a film moved, frame by frame.
package struct CameraTrack: Hashable, Sendable {
    /// One frame of the film.
    package struct Step: Hashable, Sendable {
        /// Since the film's first frame.
        package var seconds: Double
        /// From pixels of the scene's first frame to pixels of this one.
        package var map: Homography
        /// The share of what was looked at that moved as the map says, 0…1.
        package var sureness: Double
        /// How unevenly things that stand still moved sideways, as a share of how
        /// far they moved: 0 when the camera only turned, more when it travelled
        /// past things near and far.
        package var parallax: Double

        package init(seconds: Double, map: Homography, sureness: Double, parallax: Double = 0) {
            self.seconds = seconds
            self.map = map
            self.sureness = sureness
            self.parallax = parallax
        }
    }

    /// The film's own size, in whose pixels the maps are.
    package let size: PixelSize
    package let steps: [Step]
    /// The frames each scene has; between two of them is a cut.
    package let scenes: [Range<Int>]

    /// - Precondition: The scenes follow each other and hold every step.
    package init(size: PixelSize, steps: [Step], scenes: [Range<Int>]) {
        precondition(
            scenes.reduce(0) { $1.lowerBound == $0 ? $1.upperBound : -1 } == steps.count,
            "The scenes of a film follow each other."
        )
        self.size = size
        self.steps = steps
        self.scenes = scenes
    }

    /// The scene that lasts longest, the first of those that do.
    package var longestScene: Int {
        scenes.indices.max { (scenes[$0].count, $1) < (scenes[$1].count, $0) } ?? 0
    }

    /// The middle of the frames' sureness in a scene.
    package func sureness(ofScene scene: Int) -> Double {
        let sorted = steps[scenes[scene]].map(\.sureness).sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
}
