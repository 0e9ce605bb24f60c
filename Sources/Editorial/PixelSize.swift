/// A width and a height in pixels.
package struct PixelSize: Hashable, Codable, Sendable, CustomStringConvertible {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Reads `1280x720` or `1280×720`; nil for anything else or a side below 1.
    package init?(_ text: String) {
        let sides = text.lowercased().split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "x" || $0 == "×" }
        )
        guard sides.count == 2, let width = Int(sides[0]), let height = Int(sides[1]),
            width > 0, height > 0
        else { return nil }
        self.init(width: width, height: height)
    }

    package var area: Int { width * height }
    package var description: String { "\(width)×\(height)" }

    /// Returns the largest size of this shape that fits into `box`, at least
    /// one pixel a side.
    package func fitted(into box: PixelSize) -> PixelSize {
        let scale = min(
            Double(box.width) / Double(width),
            Double(box.height) / Double(height)
        )
        return PixelSize(
            width: max(1, min(box.width, Int((Double(width) * scale).rounded()))),
            height: max(1, min(box.height, Int((Double(height) * scale).rounded())))
        )
    }
}
