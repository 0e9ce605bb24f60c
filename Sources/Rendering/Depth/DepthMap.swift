package import Editorial
package import Motion

/// How near every pixel of a picture is.
package struct DepthMap: Hashable, Sendable {
    package let size: PixelSize
    /// Row by row from the top; 0 is the far sky, 1 the nearest thing.
    ///
    /// Even steps are even steps of parallax, not of distance.
    package let nearness: [Float]
    /// Where the map comes from, and so how far it can be trusted.
    package let kind: DepthSummary.Kind

    /// Makes a map of values that are already there.
    ///
    /// - Precondition: There is one value for every pixel.
    package init(size: PixelSize, nearness: [Float], kind: DepthSummary.Kind = .sketched) {
        precondition(nearness.count == size.area, "A depth map has one value for every pixel.")
        self.size = size
        self.nearness = nearness
        self.kind = kind
    }

    package subscript(row row: Int, column column: Int) -> Float {
        nearness[row * size.width + column]
    }
}
