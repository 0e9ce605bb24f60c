package import Editorial

/// How near every pixel of a picture is.
package struct DepthMap: Hashable, Sendable {
    package let size: PixelSize
    /// Row by row from the top; 0 is the far sky, 1 the nearest thing.
    ///
    /// Even steps are even steps of parallax, not of distance.
    package let nearness: [Float]

    /// Makes a map of values that are already there.
    ///
    /// - Precondition: There is one value for every pixel.
    package init(size: PixelSize, nearness: [Float]) {
        precondition(nearness.count == size.area, "A depth map has one value for every pixel.")
        self.size = size
        self.nearness = nearness
    }

    package subscript(row row: Int, column column: Int) -> Float {
        nearness[row * size.width + column]
    }
}
