import Editorial
import Motion

/// When the shutter is open, and at which moments to look while it is.
struct Shutter {
    /// As many moments as one frame is made of at most.
    static let limit = 16
    /// Pixels of the frame that the picture may travel from one moment to the
    /// next before the steps show.
    private static let stride = 1.5
    /// Moments from which on their mean hides what a short filter loses.
    private static let coarseCount = 5

    let framing: PlaneFraming
    let frameCount: Int

    /// Returns the moments whose mean is a frame, around its own time.
    func moments(of index: FrameIndex) -> (times: [Double], isCoarse: Bool) {
        let time = framing.carried.time(of: index, count: frameCount)
        let open = share(at: time)
        guard open > 0 else { return ([time], false) }
        let travel = travel(from: time - open / 2, over: time, to: time + open / 2)
        let count = min(max(Int((travel / Shutter.stride).rounded(.up)), 1), Shutter.limit)
        guard count > 1 else { return ([time], false) }
        let times = (0..<count).map { moment in
            time + open * ((Double(moment) + 0.5) / Double(count) - 0.5)
        }
        return (times, count >= Shutter.coarseCount)
    }

    /// The share of the shot for which the shutter is open.
    private func share(at time: Double) -> Double {
        guard frameCount > 1 else { return 0 }
        let turn = min(max(framing.pose(at: time).shutter, 0), 360) / 360
        return turn / Double(frameCount - 1)
    }

    /// How far, in pixels of the frame, the picture travels at most.
    private func travel(from start: Double, over middle: Double, to end: Double) -> Double {
        let maps = [start, middle, end].map { framing.homography(at: $0) }
        guard maps[0] != maps[1] || maps[1] != maps[2],
            let back = maps[1].inverse
        else { return 0 }
        let (width, height) = (Double(framing.output.width), Double(framing.output.height))
        let places = [
            (0, 0), (width, 0), (0, height), (width, height), (width / 2, height / 2),
        ]
        return places.map { x, y in
            // Where what is seen there at the start and at the end is in the middle.
            [maps[0], maps[2]].map { map in
                let point = map.map(x: x, y: y)
                let now = back.map(x: point.x, y: point.y)
                return ((now.x - x) * (now.x - x) + (now.y - y) * (now.y - y)).squareRoot()
            }.reduce(0, +)
        }.max() ?? 0
    }
}
