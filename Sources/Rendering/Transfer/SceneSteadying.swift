import Editorial
import Foundation
import Motion

/// What steadying one scene takes.
struct SceneSteadying {
    private let size: PixelSize
    private let seconds: [Double]
    /// What each frame must still do to lie where a steady camera had it.
    private let corrections: [PictureShift]
    private let width: Double

    /// Plans for a strength from 0 to 1.
    init(_ track: CameraTrack, scene: Range<Int>, strength: Double) {
        size = track.size
        seconds = SceneSteadying.times(track.steps[scene])
        width = min(max(strength, 0), 1) * 0.75
        let path = SceneSteadying.path(track, scene)
        let smoother = CurveSmoother(times: seconds, width: width)
        let x = smoother.smooth(path.map(\.x))
        let y = smoother.smooth(path.map(\.y))
        let angle = smoother.smooth(path.map(\.angle))
        let growth = smoother.smooth(path.map(\.growth))
        corrections = path.indices.map { index in
            PictureShift(x: x[index], y: y[index], angle: angle[index], growth: growth[index])
                - path[index]
        }
    }

    /// The sums of what the picture does about its own centre from frame to
    /// frame, so that far from where it began it is still told in its own pixels.
    private static func path(_ track: CameraTrack, _ scene: Range<Int>) -> [PictureShift] {
        let (x, y) = (Double(track.size.width) / 2, Double(track.size.height) / 2)
        var sum = PictureShift()
        var before = Homography.identity
        return track.steps[scene].map { step in
            if let back = before.inverse { sum = sum + step.map.after(back).shift(x: x, y: y) }
            before = step.map
            return sum
        }
    }

    /// The frames' times; where the film does not say, 24 a second.
    private static func times(_ steps: ArraySlice<CameraTrack.Step>) -> [Double] {
        let told = steps.map { $0.seconds - (steps.first?.seconds ?? 0) }
        guard let last = told.last, last > 0 else { return told.indices.map { Double($0) / 24 } }
        return told
    }

    /// Returns how much of the steadying can be done when no frame is enlarged
    /// by more than `limit`.
    func largestShare(within limit: Double) -> Double {
        if enlargements(share: 1).allSatisfy({ $0 <= limit }) { return 1 }
        var (good, bad) = (0.0, 1.0)
        for _ in 0..<16 {
            let middle = (good + bad) / 2
            let fits = enlargements(share: middle).allSatisfy { $0 <= limit }
            if fits { good = middle } else { bad = middle }
        }
        return good
    }

    /// The least enlargement of each frame that shows no edge.
    func enlargements(share: Double) -> [Double] {
        corrections.map { correction in
            var (low, high) = (1.0, 1.0)
            while !isCovered(correction * share, high), high < 16 { (low, high) = (high, high * 2) }
            guard high > 1 else { return 1 }
            for _ in 0..<24 {
                let middle = (low + high) / 2
                if isCovered(correction * share, middle) { high = middle } else { low = middle }
            }
            return high
        }
    }

    /// The largest, for every frame.
    func level(_ needs: [Double]) -> [Double] {
        needs.map { _ in needs.max() ?? 1 }
    }

    /// At least what each frame needs, but never changing fast: the largest of
    /// the frames within two seconds, then their mean.
    func slow(_ needs: [Double]) -> [Double] {
        let reach = 1.0
        let largest = needs.indices.map { index in
            within(reach, of: index).map { needs[$0] }.max() ?? 1
        }
        return needs.indices.map { index in
            let around = within(reach, of: index)
            return around.map { largest[$0] }.reduce(0, +) / Double(around.count)
        }
    }

    private func within(_ reach: Double, of index: Int) -> Range<Int> {
        var (first, last) = (index, index)
        while first > 0, seconds[index] - seconds[first - 1] <= reach { first -= 1 }
        while last + 1 < seconds.count, seconds[last + 1] - seconds[index] <= reach { last += 1 }
        return first..<last + 1
    }

    /// From pixels of the steadied frames to pixels of the frames as they are.
    func maps(share: Double, enlargements: [Double]) -> [Homography] {
        zip(corrections, enlargements).map { map($0 * share, $1) }
    }

    /// The map back of the shift, turn and growth about the picture's centre.
    private func map(_ shift: PictureShift, _ enlargement: Double) -> Homography {
        let (x, y) = (Double(size.width) / 2, Double(size.height) / 2)
        let factor = exp(-shift.growth) / enlargement
        let (c, s) = (cos(shift.angle) * factor, sin(shift.angle) * factor)
        // What the picture moves by grows with it.
        let (u, v) = (x + shift.x * enlargement, y + shift.y * enlargement)
        return Homography([c, s, x - c * u - s * v, -s, c, y + s * u - c * v, 0, 0, 1])
    }

    private func isCovered(_ shift: PictureShift, _ enlargement: Double) -> Bool {
        let map = map(shift, enlargement)
        let (right, bottom) = (Double(size.width), Double(size.height))
        return [(0, 0), (right, 0), (0, bottom), (right, bottom)].allSatisfy { x, y in
            let point = map.map(x: x, y: y)
            let slack = 1e-6
            return (-slack...right + slack).contains(point.x)
                && (-slack...bottom + slack).contains(point.y)
        }
    }
}
