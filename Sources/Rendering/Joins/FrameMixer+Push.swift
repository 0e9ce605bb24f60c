import Editorial
package import Media

extension FrameMixer {
    /// Writes one picture that another pushes out.
    ///
    /// `share` of the second is in, 0…1, in whole samples of the coarsest
    /// plane, so that colours stay with their picture.
    ///
    /// - Precondition: As for a dissolve.
    package static func push(
        _ first: Frame,
        _ second: Frame,
        share: Double,
        from side: Side,
        into target: Frame
    ) {
        let share = min(max(share, 0), 1)
        let coarse = target.planeSize(target.format.planeCount - 1)
        let across = Int((share * Double(coarse.width)).rounded())
        let down = Int((share * Double(coarse.height)).rounded())
        eachPlane(first, second, target) { plane in
            // Chroma is halved, and rounded up.
            let scale = plane.size == coarse ? 1 : 2
            switch side {
            case .left, .right: plane.slide(min(plane.size.width, across * scale), side)
            case .top, .bottom: plane.rise(min(plane.size.height, down * scale), side)
            }
        }
    }
}

extension FrameMixer.Plane {
    /// Lets so many columns of the second picture in.
    fileprivate func slide(_ columns: Int, _ side: FrameMixer.Side) {
        let new = columns * bytes
        let old = size.width * bytes - new
        for row in 0..<size.height {
            let line = target + row * stride
            let one = first + row * firstStride
            let two = second + row * secondStride
            if side == .right {
                line.update(from: one + new, count: old)
                (line + old).update(from: two, count: new)
            } else {
                line.update(from: two + old, count: new)
                (line + new).update(from: one, count: old)
            }
        }
    }

    /// Lets so many rows of the second picture in.
    fileprivate func rise(_ rows: Int, _ side: FrameMixer.Side) {
        let kept = size.height - rows
        for row in 0..<size.height {
            let source =
                side == .bottom
                ? row < kept ? first(row + rows) : second(row - kept)
                : row < rows ? second(row + kept) : first(row - rows)
            (target + row * stride).update(from: source, count: size.width * bytes)
        }
    }

    private func first(_ row: Int) -> UnsafePointer<UInt8> { first + row * firstStride }

    private func second(_ row: Int) -> UnsafePointer<UInt8> { second + row * secondStride }
}
