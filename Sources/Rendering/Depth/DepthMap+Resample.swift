import CRenderKernels
import Editorial

extension DepthMap {
    /// Returns the inverse distances of nearness 0 and of nearness 1 at a
    /// relief, in which the subject's is 1.
    func inverseDistances(relief: Double) -> ClosedRange<Double> {
        let scale = DepthMap.fullRelief * min(max(relief, 0), 1)
        return 1 - scale * subject...1 + scale * (1 - subject)
    }

    /// Fits the map to the pixels of a picture that was reduced.
    ///
    /// A pixel between two surfaces is given to one of them, and never put
    /// between them where nothing is.
    ///
    /// - Parameters:
    ///   - target: The reduced size.
    ///   - reduction: Pixels of the picture for one of the reduced one.
    ///   - picture: The picture's own size, whose corners are the map's.
    /// - Returns: A value for every pixel of the reduced picture.
    func nearness(
        for target: PixelSize,
        reduction: Double,
        of picture: PixelSize
    ) -> [Float] {
        if target == size, reduction == 1 { return nearness }
        let across = Double(size.width) / Double(picture.width) * reduction
        let down = Double(size.height) / Double(picture.height) * reduction
        return nearness.withUnsafeBufferPointer { from in
            [Float](unsafeUninitializedCapacity: target.area) { to, count in
                count = target.area
                guard let from = from.baseAddress, let to = to.baseAddress else { return }
                depth_resample(
                    depth_plane(
                        values: from,
                        width: Int32(size.width),
                        height: Int32(size.height)
                    ),
                    across,
                    down,
                    to,
                    Int32(target.width),
                    Int32(target.height)
                )
            }
        }
    }
}
