import Editorial
import Media
import Rendering

extension Frame {
    /// Fills the frame with one picture that another pushes out.
    ///
    /// `share` of the second is in, 0…1. Whole samples of the coarsest plane,
    /// so that colours stay with their picture.
    ///
    /// - Precondition: All have one size and the format yuv420p8.
    func push(_ first: Frame, _ second: Frame, share: Double, from side: FrameMixer.Side) {
        let share = min(max(share, 0), 1)
        let chroma = planeSize(1)
        let across = Int((share * Double(chroma.width)).rounded())
        let down = Int((share * Double(chroma.height)).rounded())
        for plane in 0..<format.planeCount {
            let scale = plane == 0 ? 2 : 1
            let side = side
            let extent = planeSize(plane)
            let (x, y) = (min(extent.width, across * scale), min(extent.height, down * scale))
            first.withPlane(plane) { one, oneStride in
                second.withPlane(plane) { two, twoStride in
                    withMutablePlane(plane) { target, stride in
                        for row in 0..<extent.height {
                            let line = target + row * stride
                            let width = extent.width
                            switch side {
                            case .right:
                                line.update(from: one + row * oneStride + x, count: width - x)
                                (line + width - x).update(from: two + row * twoStride, count: x)
                            case .left:
                                line.update(from: two + row * twoStride + width - x, count: x)
                                (line + x).update(from: one + row * oneStride, count: width - x)
                            case .bottom:
                                let isOld = row < extent.height - y
                                line.update(
                                    from: isOld
                                        ? one + (row + y) * oneStride
                                        : two + (row - extent.height + y) * twoStride,
                                    count: width
                                )
                            case .top:
                                let isNew = row < y
                                line.update(
                                    from: isNew
                                        ? two + (row + extent.height - y) * twoStride
                                        : one + (row - y) * oneStride,
                                    count: width
                                )
                            }
                        }
                    }
                }
            }
        }
    }
}
