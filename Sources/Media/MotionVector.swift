/// Where a block of a film's picture came from in the picture before.
package struct MotionVector: Hashable, Sendable {
    /// The block's centre; the first pixel's centre is at (0.5, 0.5).
    package var x: Float
    package var y: Float
    /// From that centre to the same thing's place in the picture before, told
    /// to half a pixel.
    package var dx: Float
    package var dy: Float
    /// The block's pixels.
    package var area: Float

    package init(x: Float, y: Float, dx: Float, dy: Float, area: Float) {
        self.x = x
        self.y = y
        self.dx = dx
        self.dy = dy
        self.area = area
    }

    mutating func grow(_ x: Float, _ y: Float) {
        self.x *= x
        self.y *= y
        dx *= x
        dy *= y
        area *= x * y
    }
}
