import CRenderKernels
import Editorial
import Foundation
import Media
import Motion

/// A picture at the sizes that a shot needs.
struct PlanePyramid: Sendable {
    /// From the largest to the smallest.
    let levels: [PlaneLevel]

    /// Makes the levels that a framing reads, and no larger ones, so that a
    /// large photograph costs no more memory than its film has use for.
    init(source: Frame, framing: PlaneFraming) throws(MediaError) {
        var levels: [PlaneLevel] = []
        for reduction in PlanePyramid.steps(for: PlanePyramid.reductions(of: framing)) {
            levels.append(try PlaneLevel(source, reduction: reduction, base: levels.first))
        }
        self.levels = levels
    }

    /// Returns the reductions at which to keep a picture that is shown within a
    /// range of them.
    ///
    /// A shot that hardly changes its size is read from one level in the middle
    /// of its range. Any other has a level at both ends, which its first and
    /// last frames read alone, and more between them, at most a third of an octave
    /// apart.
    static func steps(for reductions: ClosedRange<Double>) -> [Double] {
        let low = max(1, reductions.lowerBound)
        let ratio = max(1, reductions.upperBound) / low
        if ratio <= 1.2 {
            return [low == 1 ? 1 : low * ratio.squareRoot()]
        }
        let intervals = max(1, Int((3 * log2(ratio) - 1e-6).rounded(.up)))
        return (0...intervals).map { low * pow(ratio, Double($0) / Double(intervals)) }
    }

    /// How many pixels of the source, side by side, become one of the frame:
    /// the least and the most in any part of any frame.
    private static func reductions(of framing: PlaneFraming) -> ClosedRange<Double> {
        let (width, height) = (Double(framing.output.width), Double(framing.output.height))
        let places = [
            (0, 0), (width, 0), (0, height), (width, height), (width / 2, height / 2),
        ]
        var range: ClosedRange<Double>?
        for time in framing.sampleTimes {
            let map = framing.homography(at: time)
            // A swollen lens draws the middle together and the corners apart.
            let swell = framing.pose(at: time).distort
            let lens = [1 / (1 + swell), (1 + 2 * swell) / (1 + swell)].map { max($0, 0.1) }
            for place in places {
                let straight = map.reduction(x: place.0, y: place.1)
                for here in swell == 0 ? [straight] : lens.map({ $0 * straight }) {
                    let (low, high) = (range?.lowerBound ?? here, range?.upperBound ?? here)
                    range = min(low, here)...max(high, here)
                }
            }
        }
        return range ?? 1...1
    }
}

extension Homography {
    /// Returns how many pixels of the source, side by side, become one of the
    /// frame there: the root of the mean over both axes.
    fileprivate func reduction(x: Double, y: Double) -> Double {
        let step = 0.5
        let (left, right) = (map(x: x - step, y: y), map(x: x + step, y: y))
        let (up, down) = (map(x: x, y: y - step), map(x: x, y: y + step))
        let across = pow(right.x - left.x, 2) + pow(right.y - left.y, 2)
        let along = pow(down.x - up.x, 2) + pow(down.y - up.y, 2)
        return max(((across + along) / 2).squareRoot(), 1e-3)
    }
}
