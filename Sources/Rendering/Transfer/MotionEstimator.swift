import CRenderKernels
import Editorial
import Media
import Motion

/// Follows the camera from picture to picture; one owner.
///
/// An encoder's vectors say roughly how it moved since the picture before.
/// Then patches of an older picture, the anchor, are looked for near there to
/// a fraction of a pixel, so that errors add up only from anchor to anchor.
/// What moves by itself disagrees with most and counts for little.
final class MotionEstimator {
    private let size: PixelSize
    private let freedom: Int
    private var anchor: MotionAnchor
    private var spare: MotionAnchor
    private var picture: SoftPicture
    private var previous: SoftPicture
    /// From the scene's first picture to the one before.
    private var path = Homography.identity
    private var isFirst = true
    /// Whether any picture had something to hold on to.
    private(set) var hasTexture = false

    /// What was found of a picture.
    struct Finding {
        /// From the scene's first picture to this one.
        var map: Homography
        var sureness: Double
        var parallax: Double
        var isCut: Bool
    }

    init(size: PixelSize, model: MotionModel) {
        self.size = size
        freedom = model.freedom
        anchor = MotionAnchor(size: size)
        spare = MotionAnchor(size: size)
        picture = SoftPicture(size: size)
        previous = SoftPicture(size: size)
    }

    /// Takes the reader's next picture.
    func take(_ reader: MotionVectorReader) -> Finding {
        swap(&picture, &previous)
        reader.withPicture { picture.fill($0, stride: $1) }
        guard !isFirst else {
            isFirst = false
            return begin(isCut: false)
        }
        let step = coarse(reader.vectors)
        let result = follow(step) ?? renew(step) ?? coast(step, difference)
        return result ?? begin(isCut: true)
    }

    private var difference: Double { picture.difference(from: previous) }

    /// Starts a scene at this picture.
    private func begin(isCut: Bool) -> Finding {
        path = .identity
        anchor.drop(at: picture, base: .identity)
        hasTexture = hasTexture || anchor.count >= MotionAnchor.fewest
        let isSure = anchor.count >= MotionAnchor.fewest
        return Finding(map: path, sureness: isSure ? 1 : 0, parallax: 0, isCut: isCut)
    }

    private struct Coarse {
        var map = Homography.identity
        /// The share of the picture that the vectors cover and agree about.
        var share = 0.0
    }

    /// What the encoder's vectors say of the step from the picture before.
    private func coarse(_ vectors: [MotionVector]) -> Coarse {
        let matches = vectors.map { vector in
            transfer_match(
                x: Double(vector.x + vector.dx),
                y: Double(vector.y + vector.dy),
                u: Double(vector.x),
                v: Double(vector.y),
                weight: Double(vector.area)
            )
        }
        let covered = vectors.reduce(0) { $0 + Double($1.area) } / Double(size.area)
        guard let (map, report) = fitted(matches, to: nil, size: size, freedom: 4, grain: 0.25)
        else { return Coarse() }
        return Coarse(map: map, share: report.share * min(1, covered))
    }

    /// Looks for the anchor's patches, and drops anchor here when it is about
    /// to be lost.
    private func follow(_ step: Coarse) -> Finding? {
        guard let way = anchor.base.inverse else { return nil }
        let before = path.after(way)
        guard
            let (map, report) = anchor.find(
                in: picture,
                near: step.map.after(before),
                freedom: freedom
            ),
            Double(anchor.found) >= 0.3 * Double(anchor.count), report.share > 0.4
        else { return nil }
        path = map.after(anchor.base)
        let parallax = anchor.unevenness(of: map, size: size)
        let kept = Double(anchor.found) * report.share / Double(anchor.count)
        if kept < 0.5 { anchor.drop(at: picture, base: path) }
        return Finding(map: path, sureness: report.share, parallax: parallax, isCut: false)
    }

    /// Drops anchor at the picture before and looks from there.
    private func renew(_ step: Coarse) -> Finding? {
        spare.drop(at: previous, base: path)
        guard let (map, report) = spare.find(in: picture, near: step.map, freedom: freedom),
            Double(spare.found) >= 0.25 * Double(spare.count), report.share > 0.3
        else { return nil }
        swap(&anchor, &spare)
        path = map.after(anchor.base)
        return Finding(map: path, sureness: report.share, parallax: 0, isCut: false)
    }

    /// Believes the vectors alone, where the picture is still the same scene:
    /// it is blurred, or shows next to nothing.
    private func coast(_ step: Coarse, _ difference: Double) -> Finding? {
        guard step.share > 0.5 || difference < 4 else { return nil }
        let isTold = step.share > 0.5
        if isTold { path = step.map.after(path) }
        anchor.drop(at: picture, base: path)
        hasTexture = hasTexture || anchor.count >= MotionAnchor.fewest
        return Finding(map: path, sureness: isTold ? step.share / 2 : 0, parallax: 0, isCut: false)
    }
}
