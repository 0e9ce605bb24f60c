import Editorial
import Media

extension Frame {
    /// Copies the part that both have when their middles lie upon each other.
    ///
    /// - Precondition: Both have one format and even sides.
    func copyMiddle(to other: Frame) {
        precondition(format == other.format, "A copy has the frame's format.")
        for plane in 0..<format.planeCount {
            let (mine, theirs) = (planeSize(plane), other.planeSize(plane))
            let width = min(mine.width, theirs.width), height = min(mine.height, theirs.height)
            let bytes = bytesPerSample
            withPlane(plane) { source, sourceStride in
                other.withMutablePlane(plane) { target, targetStride in
                    for row in 0..<height {
                        let from =
                            (row + (mine.height - height) / 2) * sourceStride
                            + (mine.width - width) / 2 * bytes
                        let to =
                            (row + (theirs.height - height) / 2) * targetStride
                            + (theirs.width - width) / 2 * bytes
                        (target + to).update(from: source + from, count: width * bytes)
                    }
                }
            }
        }
    }

    func paintBlack() { paint(.black) }

    /// Fills the frame with a colour.
    func paint(_ colour: FlatColour) {
        for plane in 0..<format.planeCount {
            let side = planeSize(plane)
            let sample = colour.sample(of: plane, format)
            let line = (0..<side.width).flatMap { _ in sample }
            withMutablePlane(plane) { base, stride in
                line.withUnsafeBufferPointer { line in
                    guard let first = line.baseAddress else { return }
                    for row in 0..<side.height {
                        (base + row * stride).update(from: first, count: line.count)
                    }
                }
            }
        }
    }

    /// Copies the frame to a place in another of its format, rgba8.
    ///
    /// - Precondition: It lies wholly in the other.
    func copy(to other: Frame, x: Int, y: Int) {
        precondition(format == .rgba8 && other.format == .rgba8, "Only rgba8 is laid out.")
        precondition(
            x >= 0 && y >= 0 && x + size.width <= other.size.width
                && y + size.height <= other.size.height,
            "The frame lies in the other."
        )
        withPlane { source, sourceStride in
            other.withMutablePlane { target, stride in
                for row in 0..<size.height {
                    (target + (y + row) * stride + x * 4).update(
                        from: source + row * sourceStride,
                        count: size.width * 4
                    )
                }
            }
        }
    }

    private var bytesPerSample: Int {
        switch format {
        case .rgba8: 4
        case .yuv420p8: 1
        case .yuv420p10: 2
        }
    }
}
