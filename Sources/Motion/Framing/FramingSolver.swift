import Editorial

/// Finds how far a frame is enlarged, and how much of its move carried out.
struct FramingSolver {
    struct Solution {
        var overscan: Double
        var share = 1.0
        var showsEdge = false
    }

    /// The most moments that are looked at.
    private static let maximumMoments = 2_000

    let path: CameraPath
    let view: PlaneView
    private let coverage: FrameCoverage

    init(path: CameraPath, view: PlaneView, nearnesses: [Double]) {
        self.path = path
        self.view = view
        let reach = path.edge == .extend ? 1 + EdgePolicy.margin : 1
        let half = view.halfPicture
        coverage = FrameCoverage(
            halfWidth: view.halfWidth,
            halfHeight: view.halfHeight,
            limitX: half.width * reach,
            limitY: half.height * reach,
            nearnesses: nearnesses
        )
    }

    func solution() -> Solution {
        let poses = moments.map(path.pose)
        let needs = poses.map { need(of: $0, share: 1) }
        let wanted = enlarged(needs.max() ?? 1)
        let showsExtension = path.edge == .extend && wanted > 1
        if wanted <= path.overscanCap {
            return Solution(overscan: wanted, showsEdge: showsExtension)
        }
        if path.edge == .mirror {
            return Solution(overscan: path.overscanCap, showsEdge: true)
        }
        // A dolly away or a wide lens may need more than the cap of itself.
        let least = enlarged(poses.map { need(of: $0, share: 0) }.max() ?? 1)
        let limit = max(path.overscanCap, least)
        if wanted <= limit { return Solution(overscan: wanted, showsEdge: showsExtension) }
        let share = self.share(of: poses, needs: needs, limit: limit)
        let overscan = poses.map { need(of: $0, share: share) }.max() ?? limit
        return Solution(
            overscan: min(enlarged(overscan), FrameCoverage.largest),
            share: share,
            showsEdge: showsExtension
        )
    }

    /// Returns the largest share at which no pose needs more than the limit.
    ///
    /// The poses that need most decide; the others are only asked whether they agree.
    private func share(of poses: [CameraPose], needs: [Double], limit: Double) -> Double {
        let order = poses.indices.sorted { needs[$0] > needs[$1] }
        var deciding = order.prefix(12).map { poses[$0] }
        while true {
            let share = largestShare(of: deciding, limit: limit)
            let objecting = poses.filter { enlarged(need(of: $0, share: share)) > limit + 1e-9 }
            if objecting.isEmpty || deciding.count >= poses.count || share == 0 { return share }
            deciding += objecting
        }
    }

    private func largestShare(of poses: [CameraPose], limit: Double) -> Double {
        var (good, bad) = (0.0, 1.0)
        while bad - good > 1e-4 {
            let middle = (good + bad) / 2
            let fits = poses.allSatisfy { enlarged(need(of: $0, share: middle)) <= limit }
            if fits { good = middle } else { bad = middle }
        }
        return good
    }

    private func need(of pose: CameraPose, share: Double) -> Double {
        coverage.overscan(for: view.placement(pose, share: share), swelling: pose.distort)
    }

    /// Between two moments a move reaches a little further than at either.
    private func enlarged(_ need: Double) -> Double { need > 1 ? need * 1.000_3 : 1 }

    /// The shot times that decide.
    ///
    /// A hand has no smooth way between them, so with one it is every frame,
    /// and where its shutter opens and closes.
    private var moments: [Double] {
        guard path.isShaken else { return (0...192).map { Double($0) / 192 } + path.turns }
        let count = path.clock.frameCount
        let step = count * 3 / FramingSolver.maximumMoments + 1
        return stride(from: 0, through: count, by: step).flatMap { index -> [Double] in
            let time = path.time(of: FrameIndex(min(index, count - 1)), count: count)
            let open = path.pose(at: time).shutter / 720 * path.clock.frameTime
            return [time - open, time, time + open]
        }
    }
}
