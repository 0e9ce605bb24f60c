import Editorial
import Foundation
import Motion

/// How far a shot goes into a picture's depth, over all of its frames.
struct ParallaxReach {
    /// Pixels of the picture, side by side, that become one of the frame where
    /// it is shown largest; at least 1.
    let reduction: Double
    /// The most pixels of the picture, so reduced, by which its nearest and its
    /// farthest part.
    let spread: Double
    /// Whether any frame has an aperture.
    let hasLens: Bool

    init(framing: PlaneFraming, relief: ClosedRange<Double>) {
        var (least, most) = (Double.infinity, 0.0)
        for time in framing.sampleTimes {
            let map = framing.homography(at: time)
            let view = framing.depthView(at: time)
            for place in ParallaxReach.places(in: framing.output) {
                least = min(least, map.reductionAround(x: place.x, y: place.y))
                let far = view.map(x: place.x, y: place.y, nearness: relief.lowerBound)
                let near = view.map(x: place.x, y: place.y, nearness: relief.upperBound)
                most = max(most, hypot(near.x - far.x, near.y - far.y))
            }
        }
        reduction = max(1, least)
        spread = most.isFinite ? most / reduction : 0
        hasLens = framing.sampleTimes.contains { framing.pose(at: $0).aperture.isFinite }
    }

    /// The corners, the middles of the sides, and the centre.
    private static func places(in frame: PixelSize) -> [(x: Double, y: Double)] {
        [0, 0.5, 1].flatMap { down in
            [0, 0.5, 1].map { across in
                (Double(frame.width) * across, Double(frame.height) * down)
            }
        }
    }
}

extension Homography {
    /// Returns how many pixels of the source, side by side, become one of the
    /// frame there: the root of the mean over both axes.
    func reductionAround(x: Double, y: Double) -> Double {
        let step = 0.5
        let (left, right) = (map(x: x - step, y: y), map(x: x + step, y: y))
        let (up, down) = (map(x: x, y: y - step), map(x: x, y: y + step))
        let across = pow(right.x - left.x, 2) + pow(right.y - left.y, 2)
        let along = pow(down.x - up.x, 2) + pow(down.y - up.y, 2)
        return max(((across + along) / 2).squareRoot(), 1e-3)
    }
}
