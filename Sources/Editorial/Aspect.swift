/// The shape of a film's frame.
package struct Aspect: Hashable, Codable, Sendable, CustomStringConvertible {
    package var horizontal: Int
    package var vertical: Int

    package init(_ horizontal: Int, _ vertical: Int) {
        self.horizontal = horizontal
        self.vertical = vertical
    }

    /// The shape of a frame, in lowest terms.
    package init(_ size: PixelSize) {
        let divisor = greatestCommonDivisor(size.width, size.height)
        self.init(size.width / divisor, size.height / divisor)
    }

    /// Reads `16:9`; nil for anything else, or sides outside 1…100.
    package init?(_ text: String) {
        let sides = text.split(separator: ":", omittingEmptySubsequences: false)
        guard sides.count == 2, let horizontal = Int(sides[0]), let vertical = Int(sides[1]),
            (1...100).contains(horizontal), (1...100).contains(vertical)
        else { return nil }
        self.init(horizontal, vertical)
    }

    package var description: String { "\(horizontal):\(vertical)" }

    /// The shapes that the editor offers, in its order.
    package static let all: [Aspect] = [
        Aspect(16, 9), Aspect(9, 16), Aspect(1, 1), Aspect(4, 5), Aspect(4, 3),
        Aspect(3, 4), Aspect(21, 9), Aspect(3, 2), Aspect(2, 3),
    ]

    /// Returns the frame of this shape whose shorter side is `shortSide`.
    ///
    /// Both sides are even, because 4:2:0 video halves them.
    package func size(shortSide: Int) -> PixelSize {
        let short = even(Double(shortSide))
        guard horizontal != vertical else { return PixelSize(width: short, height: short) }
        let ratio =
            Double(max(horizontal, vertical)) / Double(min(horizontal, vertical))
        let long = even(Double(shortSide) * ratio)
        return horizontal > vertical
            ? PixelSize(width: long, height: short)
            : PixelSize(width: short, height: long)
    }

    private func even(_ side: Double) -> Int {
        max(2, Int((side / 2).rounded()) * 2)
    }
}
