import Motion

extension PlaneFraming {
    /// Whether what lies beyond the picture is its mirror image, not its edge.
    var mirrorsEdge: Bool { showsEdge && edge != .reframe }

    /// Whether rows stay rows and columns columns in every frame of the shot.
    var isStraight: Bool {
        sampleTimes.allSatisfy { time in
            homography(at: time).isStraight && pose(at: time).distort == 0
        }
    }
}

extension Homography {
    /// Whether this only moves and scales, by less than a thousandth of a pixel.
    fileprivate var isStraight: Bool {
        let unit = abs(values[8])
        let sides = [values[1], values[3]].map { abs($0) / unit }
        let tilts = [values[6], values[7]].map { abs($0) / unit }
        return sides.allSatisfy { $0 < 1e-8 } && tilts.allSatisfy { $0 < 1e-12 }
            && values[0] / values[8] > 0 && values[4] / values[8] > 0
    }
}
