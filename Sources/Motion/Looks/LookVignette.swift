/// A fall of light towards the corners.
package struct LookVignette: LookStage {
    /// The share of light that is taken; less than 0 lightens.
    package var amount = 0.0
    /// Where it begins; 1 is the corner.
    package var radius = 0.75
    package var softness = 0.5

    package init() {}

    package static let fields = [
        LookField<LookVignette>("amount", \.amount, -1...1, scaled: true),
        LookField<LookVignette>("radius", \.radius, 0...2),
        LookField<LookVignette>("softness", \.softness, 0.01...2),
    ]
}
