package import Editorial

/// Where every pixel of a shot lies in its picture, when the picture hangs as
/// a plane before the camera.
///
/// The plane is at z = 1, and at rest its largest central part of the frame's
/// shape fills the frame. What is left over beside that part is there to be
/// seen once the camera looks that way. Moves written for 16:9 are scaled so
/// that they cover the same share of a frame of any shape.
package struct PlaneFraming: Hashable, Sendable {
    /// The most that a frame is enlarged to hide the picture's edges; a move
    /// that needs more is made smaller.
    package static let overscanLimit = 1.5

    package let path: CameraPath
    package let source: PixelSize
    package let output: PixelSize
    /// The factor, at least 1 and the same throughout the shot, by which the
    /// frame is enlarged so that no edge of the picture ever shows.
    package private(set) var overscan = 1.0
    /// The share of the sideways moves and turns that is carried out: 1, or
    /// less when the whole move would leave the picture.
    package private(set) var share = 1.0

    private let view: PlaneView

    /// - Precondition: No side is empty.
    package init(path: CameraPath, source: PixelSize, output: PixelSize) {
        precondition(source.area > 0 && output.area > 0, "A picture and its frame have pixels.")
        self.path = path
        self.source = source
        self.output = output
        view = PlaneView(source: source, output: output)
        solve()
    }

    /// Returns where the pixels of the frame at a shot time lie in the source.
    package func homography(at time: Double) -> Homography {
        view.homography(path.pose(at: time), share: share, overscan: overscan)
    }

    private mutating func solve() {
        let poses = sampleTimes.map(path.pose)
        let wanted = view.overscan(covering: poses, share: 1)
        if let wanted, wanted <= PlaneFraming.overscanLimit {
            overscan = wanted
            return
        }
        // A dolly away or a wide lens may need more than the limit of itself.
        let least = view.overscan(covering: poses, share: 0) ?? 1
        let limit = max(PlaneFraming.overscanLimit, least)
        if let wanted, wanted <= limit {
            overscan = wanted
            return
        }
        var (good, bad) = (0.0, 1.0)
        while bad - good > 1e-4 {
            let middle = (good + bad) / 2
            if let needed = view.overscan(covering: poses, share: middle), needed <= limit {
                good = middle
            } else {
                bad = middle
            }
        }
        share = good
        overscan = view.overscan(covering: poses, share: good) ?? limit
    }

    /// Shot times that between them show all of the move: every 1/192, and
    /// wherever it turns.
    package var sampleTimes: [Double] {
        (0...192).map { Double($0) / 192 } + path.turns
    }
}
