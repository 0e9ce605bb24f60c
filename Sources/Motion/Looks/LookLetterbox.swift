/// Bars that leave a picture of another shape, inside the frame.
package struct LookLetterbox: Hashable, Sendable {
    /// Width by height of what stays in sight.
    package var ratio: Double
    package var colour: LookColour

    package init(ratio: Double, colour: LookColour = .black) {
        self.ratio = ratio
        self.colour = colour
    }

    package static let ratios = 0.4...4.0
}
