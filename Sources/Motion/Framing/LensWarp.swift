/// A lens that swells the picture, or draws it in, about its middle.
///
/// A pixel of the frame at radius r, which is 1 at the corner, shows what lies
/// at r (1 + k r²) / (1 + k) of the straight frame. The corners stay.
package struct LensWarp: Hashable, Sendable {
    /// Above 0 for a barrel, below for a cushion; 0 is straight.
    package let strength: Double
    private let centre: SIMD2<Double>
    private let corner: Double

    /// Takes the frame's size in any unit.
    package init(strength: Double, width: Double, height: Double) {
        self.strength = strength
        centre = [width / 2, height / 2]
        corner = (width * width + height * height) / 4
    }

    /// Returns the place of the straight frame that a place of the frame shows.
    package func map(x: Double, y: Double) -> (x: Double, y: Double) {
        let (dx, dy) = (x - centre.x, y - centre.y)
        let factor = (1 + strength * (dx * dx + dy * dy) / corner) / (1 + strength)
        return (centre.x + dx * factor, centre.y + dy * factor)
    }
}
