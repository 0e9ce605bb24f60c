/// Light that spreads from bright parts: bloom, of the light itself, or
/// halation, of its luma, tinted.
package struct LookGlow: LookStage {
    /// Of the narrowest Gaussian, in frame heights.
    package var radius = 0.01
    /// Linear light below this does not spread.
    package var threshold = 0.8
    package var amount = 0.0
    /// Of halation, in linear light.
    package var tint = SIMD3(1.0, 1.0, 1.0)

    package init() {}

    package static let fields = [
        LookField<LookGlow>("radius", \.radius, 0.0005...0.2),
        LookField<LookGlow>("threshold", \.threshold, 0...1),
        LookField<LookGlow>("amount", \.amount, 0...4, scaled: true),
    ]
}
