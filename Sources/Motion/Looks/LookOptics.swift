/// Faults of a lens that move light.
package struct LookOptics: LookStage {
    /// Barrel where positive; the corners stay.
    package var distort = 0.0
    /// How much larger red, and smaller blue, is drawn at the corner.
    package var aberration = 0.0

    package init() {}

    package static let fields = [
        LookField<LookOptics>("distort", \.distort, -0.2...0.8, scaled: true),
        LookField<LookOptics>("ca", \.aberration, -0.05...0.05, scaled: true),
    ]
}
