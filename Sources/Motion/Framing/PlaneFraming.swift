package import Editorial

/// Where every pixel of a shot lies in its picture.
///
/// The subject is at z = 1, and at rest the largest central part of the
/// picture that has the frame's shape fills the frame. What is left over
/// beside that part is there to be seen once the camera looks that way. Moves
/// written for 16:9 are scaled so that they cover the same share of a frame of
/// any shape. A picture without depth, or with too little for the move, hangs as a
/// plane, before which the camera does the move's flat version.
package struct PlaneFraming: Hashable, Sendable {
    /// As it was asked for.
    package let path: CameraPath
    package let source: PixelSize
    package let output: PixelSize
    /// What the picture's depth is, where it has one.
    package let depth: DepthSummary?
    /// The share of the depth that is shown: 1, or less where the move would
    /// tear the picture; 0 where it is shown as a plane.
    package let relief: Double
    /// What shows where the frame reaches beyond the picture.
    package let edge: EdgePolicy
    /// The factor, at least 1 and the same throughout the shot, by which the
    /// frame is enlarged so that no edge of the picture shows.
    package let overscan: Double
    /// The share of the sideways moves and turns that is carried out: 1, or
    /// less when the whole move would leave the picture.
    package let share: Double
    /// Whether the frame reaches beyond the picture, so that `edge` is to be seen.
    package let showsEdge: Bool
    /// What the camera does: the path, or its flat version.
    package let carried: CameraPath

    let view: PlaneView

    /// - Precondition: No side is empty.
    package init(
        path: CameraPath,
        source: PixelSize,
        output: PixelSize,
        depth: DepthSummary? = nil
    ) {
        precondition(source.area > 0 && output.area > 0, "A picture and its frame have pixels.")
        self.path = path
        self.source = source
        self.output = output
        self.depth = depth
        edge = path.edge
        view = PlaneView(source: source, output: output)
        let relief = view.relief(for: path, depth: depth)
        self.relief = relief
        carried = relief > 0 ? path : path.flattened
        let solution = FramingSolver(
            path: carried,
            view: view,
            nearnesses: PlaneFraming.nearnesses(of: depth, relief: relief)
        ).solution()
        overscan = solution.overscan
        share = solution.share
        showsEdge = solution.showsEdge
    }

    /// Returns where the pixels of the frame at a shot time lie in the source,
    /// at the subject's depth.
    package func homography(at time: Double) -> Homography {
        view.homography(placement(at: time), overscan: overscan)
    }

    /// Returns where the pixels of the frame at a shot time lie in the source,
    /// for every depth of it.
    ///
    /// Inverse distances are those after the relief: 1 + `relief` (w - 1).
    package func depthView(at time: Double) -> DepthView {
        view.depthView(placement(at: time), overscan: overscan)
    }

    /// Returns what the camera does at a shot time.
    ///
    /// Its place and turn are still those written for 16:9; focus, aperture,
    /// shutter and fade are to be used as they are.
    package func pose(at time: Double) -> CameraPose { carried.pose(at: time) }

    /// Returns how the lens bends the frame at a shot time, before anything else.
    package func lens(at time: Double) -> LensWarp {
        LensWarp(
            strength: carried.pose(at: time).distort,
            width: Double(output.width),
            height: Double(output.height)
        )
    }

    /// Shot times that between them show all of the move: every 1/192, and
    /// wherever it turns.
    package var sampleTimes: [Double] {
        (0...192).map { Double($0) / 192 } + carried.turns
    }

    private func placement(at time: Double) -> CameraPlacement {
        view.placement(carried.pose(at: time), share: share)
    }

    /// The inverse distances between which the picture's border lies.
    private static func nearnesses(of depth: DepthSummary?, relief: Double) -> [Double] {
        guard let depth, relief > 0 else { return [1] }
        return Set([
            1 + relief * (depth.borderFarthest - 1), 1, 1 + relief * (depth.borderNearest - 1),
        ]).sorted()
    }
}

extension PlaneView {
    /// Returns the share of a picture's relief to show; 0 where it is better a plane.
    fileprivate func relief(for path: CameraPath, depth: DepthSummary?) -> Double {
        guard let depth, depth.nearest > depth.farthest, !path.leavesPicture else { return 0 }
        if let wish = path.wishes.relief { return wish.clamped(to: 0...1) }
        let governor = ParallaxGovernor(depth: depth, isExtreme: path.isExtreme)
        let steady = path.steady
        let times = (0...48).map { Double($0) / 48 } + steady.turns
        let parallax = times.reduce(0) { most, time in
            let camera = placement(steady.pose(at: time), share: 1)
            return max(
                most,
                governor.parallax(camera, halfWidth: halfWidth, halfHeight: halfHeight)
            )
        }
        let relief = governor.relief(parallax: parallax)
        return relief < ParallaxGovernor.leastRelief ? 0 : relief
    }
}
