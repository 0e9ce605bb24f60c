import CRenderKernels
import Editorial
import Motion

/// A picture whose patches are looked for in the pictures after it, so that
/// their errors do not add up; owns the patches.
final class MotionAnchor {
    /// Pixels of a picture's longer side for one patch.
    private static let density = 22

    private let patches: UnsafeMutablePointer<transfer_patch>
    private let capacity: Int
    private(set) var count = 0
    /// From the scene's first picture to this one.
    private(set) var base = Homography.identity
    private(set) var matches: [transfer_match] = []

    init(size: PixelSize) {
        let cell = MotionAnchor.cell(size)
        capacity = ((size.width + cell - 1) / cell) * ((size.height + cell - 1) / cell)
        patches = .allocate(capacity: max(1, capacity))
    }

    deinit { patches.deallocate() }

    private static func cell(_ size: PixelSize) -> Int {
        max(8, max(size.width, size.height) / density / 4 * 4)
    }

    /// Drops anchor at a picture; `base` leads there from the scene's first.
    func drop(at picture: SoftPicture, base: Homography) {
        self.base = base
        count = picture.withKernel { kernel in
            let cell = Int32(MotionAnchor.cell(picture.size))
            return Int(transfer_find_patches(kernel, cell, patches, Int32(capacity)))
        }
        matches = Array(repeating: transfer_match(), count: count)
    }

    /// Looks for the patches near where `guess` puts them, and returns the map
    /// from here to the picture; nil when too few are found again.
    func find(
        in picture: SoftPicture,
        near guess: Homography,
        freedom: Int
    ) -> (map: Homography, report: transfer_fit_report)? {
        guess.values.withUnsafeBufferPointer { map in
            guard let map = map.baseAddress else { return }
            picture.withKernel { transfer_track($0, patches, Int32(count), map, &matches) }
        }
        guard found >= MotionAnchor.fewest else { return nil }
        return fitted(matches, to: guess, size: picture.size, freedom: freedom, grain: 0.03)
    }

    /// Fewer patches than these say nothing.
    static let fewest = 12

    /// How many patches were found again in the last picture.
    var found: Int { matches.count { $0.weight > 0 } }

    /// How unevenly the patches that the map moves are moved along its way.
    func unevenness(of map: Homography, size: PixelSize) -> Double {
        let shift = map.shift(x: Double(size.width) / 2, y: Double(size.height) / 2)
        let length = (shift.x * shift.x + shift.y * shift.y).squareRoot()
        guard length > Double(size.width) / 100 else { return 0 }
        let along = matches.filter { $0.weight > 0 }.map { match in
            let to = map.map(x: match.x, y: match.y)
            return abs((match.u - to.x) * shift.x + (match.v - to.y) * shift.y) / length
        }
        let sorted = along.sorted()
        return sorted.isEmpty ? 0 : 1.4826 * sorted[sorted.count / 2] / length
    }
}

/// Fits a map to matches; without `guess` they vote for one first.
func fitted(
    _ matches: [transfer_match],
    to guess: Homography?,
    size: PixelSize,
    freedom: Int,
    grain: Double
) -> (map: Homography, report: transfer_fit_report)? {
    var fitting = transfer_fitting()
    fitting.freedom = Int32(freedom)
    fitting.half_width = Double(size.width) / 2
    fitting.half_height = Double(size.height) / 2
    fitting.grain = grain
    fitting.is_near = guess == nil ? 0 : 1
    var map = (guess ?? .identity).values
    var report = transfer_fit_report()
    let isFitted = transfer_fit(matches, Int32(matches.count), &fitting, &map, &report) == 0
    return isFitted ? (Homography(map).unit, report) : nil
}
