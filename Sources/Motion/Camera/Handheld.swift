/// How much a preset shakes the camera, and how.
package struct Handheld: Hashable, Sendable {
    package var style: HandheldStyle
    /// A factor of the style's own measure; 1 is a person of average calm.
    package var amount: Double
    /// Whether the shake goes round the subject, which then keeps its place
    /// while everything behind it sways.
    ///
    /// Without depth there is no behind, and everything shakes.
    package var isAroundSubject: Bool

    package init(_ style: HandheldStyle, amount: Double, aroundSubject: Bool = false) {
        self.style = style
        self.amount = amount
        isAroundSubject = aroundSubject
    }

    package static let none = Handheld(.none, amount: 0)
}
