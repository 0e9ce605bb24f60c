/// The point of the composed picture that the camera turns to, and that keeps
/// its place while depth slides past.
///
/// Both parts run from -1 to 1 over the frame at rest: right and up are
/// positive, the middle is (0, 0).
package struct AnchorPoint: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    package static let subject = AnchorPoint(x: 0, y: 0)

    /// The anchors a preset file may name, with where they usually are.
    package static let named: [(name: String, point: AnchorPoint)] = [
        ("subject", subject), ("eyes", AnchorPoint(x: 0, y: 0.28)),
        ("mouth", AnchorPoint(x: 0, y: 0.05)),
    ]

    static func * (point: AnchorPoint, factor: Double) -> AnchorPoint {
        AnchorPoint(x: point.x * factor, y: point.y * factor)
    }
}
