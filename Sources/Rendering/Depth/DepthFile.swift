import Editorial
package import Media
import Motion

/// A depth map that was read from a file.
package struct DepthFile: Sendable {
    package let map: DepthMap
    /// Which end was taken to be near.
    package let polarity: DepthPolarity

    /// Reads a grey picture of 8 or 16 bits or of floating-point numbers, of
    /// any size of the picture's shape.
    ///
    /// Numbers are stretched to 0…1, the outermost thousandth left out. Where
    /// dark is near and numbers are floating-point they are taken for
    /// distances. What is not a number is as far as the farther of its
    /// neighbours in its row. A map of fewer pixels than the picture is drawn
    /// along the picture's edges.
    ///
    /// - Parameters:
    ///   - path: Any picture Media reads.
    ///   - picture: The picture that it belongs to, rgba8.
    ///   - polarity: Which end is near, or nil to find out: what is low in a
    ///     picture, and what is in its middle, is mostly near.
    /// - Throws: ``MediaError``; `.unsupported` for another shape, for
    ///   colours and for a map that says nothing.
    package init(
        _ path: String,
        for picture: Frame,
        polarity: DepthPolarity? = nil
    ) throws(MediaError) {
        let grey = try GreyReader.read(path)
        try DepthFile.checkShape(of: grey, against: picture.size)
        var numbers = DepthNumbers(grey)
        guard numbers.hasRange else {
            throw MediaError(
                kind: .unsupported,
                message: "\(grey.name) is the same all over and says nothing of depth; "
                    + "choose another depth map."
            )
        }
        let polarity = polarity ?? numbers.likelyPolarity
        numbers.turn(polarity, areDistances: grey.isFloatingPoint)
        self.polarity = polarity
        map = try DepthFile.fitted(numbers, to: picture)
    }

    /// Two sides of the same shape differ by no more than their rounding.
    private static func checkShape(
        of grey: GreyPicture,
        against picture: PixelSize
    ) throws(MediaError) {
        let size = grey.size
        let across = Double(size.width) / Double(picture.width)
        let down = Double(size.height) / Double(picture.height)
        let slack = 1.5 / Double(min(size.width, size.height)) + 0.01
        guard abs(across / down - 1) > slack else { return }
        throw MediaError(
            kind: .unsupported,
            message: "\(grey.name) is \(size) pixels, which is another shape than its picture's "
                + "\(picture); make the depth map of the whole picture."
        )
    }

    private static func fitted(
        _ numbers: DepthNumbers,
        to picture: Frame
    ) throws(MediaError) -> DepthMap {
        let map = DepthMap(size: numbers.size, nearness: numbers.values, kind: .measured)
        var large = DepthGuide(picture, limit: 1920)
        guard map.size.width * 4 < large.size.width * 3 else { return map }
        let long = max(map.size.width, map.size.height)
        var small = DepthGuide(picture, limit: long)
        let values = map.nearness(
            for: small.size,
            reduction: Double(picture.size.width) / Double(small.size.width),
            of: picture.size
        )
        let drawn = try small.draw(values, radius: 2, epsilon: 1e-4, on: &large)
        return DepthMap(size: large.size, nearness: drawn, kind: .measured)
    }
}
