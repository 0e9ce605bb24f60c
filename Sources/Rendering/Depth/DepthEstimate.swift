package import Media
import Motion

/// How near the pixels of a picture are, guessed without any model, and how
/// far the guess carries.
///
/// It knows what is low in the frame, unlike the picture's borders, sharp, or
/// sky. Landscapes, one subject before a soft background and table tops come
/// out well; interiors, faces close up, crowds, text, reflections and views
/// straight down do not, and nothing here can tell those apart.
package struct DepthEstimate: Sendable {
    /// The share of the frame's width by which the nearest and the farthest
    /// may part, at the most.
    package static let largestParallax = 0.03
    /// Less than this is not worth the name.
    package static let leastParallax = 0.005
    /// How much a picture may be stretched, in pixels for one pixel, for 95 %
    /// of its places.
    package static let largestStretch = 0.4

    /// At most 1280 pixels on its longer side.
    package let map: DepthMap
    /// The parallax at which nothing is stretched too far: a share of the
    /// frame's width, 0 when the picture is better panned and zoomed.
    package let parallax: Double

    /// Looks at a picture: about a quarter of a second for 1280×720, on one core.
    ///
    /// - Throws: ``MediaError`` when there is not enough memory.
    /// - Precondition: `picture` is rgba8.
    package init(of picture: Frame) throws(MediaError) {
        var small = DepthGuide(picture, limit: 512)
        var large = DepthGuide(picture, limit: 1280)
        let nearness = try small.draw(small.estimate(), radius: 2, epsilon: 1e-4, on: &large)
        self.init(map: DepthMap(size: large.size, nearness: nearness, kind: .estimated))
    }

    init(map: DepthMap) {
        self.map = map
        // Of a map without any depth nothing can part.
        let slope = map.summary.steepness / DepthMap.fullRelief
        let hasRelief = map.range.upperBound - map.range.lowerBound > 0.05
        let bearable = slope > 0 ? DepthEstimate.largestStretch / slope : .infinity
        let parallax = hasRelief ? min(bearable, DepthEstimate.largestParallax) : 0
        self.parallax = parallax < DepthEstimate.leastParallax ? 0 : parallax
    }

    /// What the reader should know before trusting it, in one sentence.
    package var notice: String {
        guard parallax > 0 else {
            return "This picture's depth cannot be guessed well enough to move through it, "
                + "so the camera pans and zooms; give a depth map to change that."
        }
        let percent = (parallax * 1000).rounded() / 10
        return "Depth is guessed from the picture alone, so near and far part by at most "
            + "\(percent) % of the frame; give a depth map for more."
    }
}
