/// What a lens makes of bright light.
package struct LookLens: LookStage {
    /// A veil and rays around up to three lights.
    package var flare = 0.0
    /// A blue line through each light, as anamorphic lenses draw it.
    package var streak = 0.0
    /// Discs on the line from a light through the middle, seen with `flare`.
    package var ghosts = 0.0
    /// Smudges on the front glass that light up.
    package var dirt = 0.0

    package init() {}

    package static let fields = [
        LookField<LookLens>("flare", \.flare, 0...1, scaled: true),
        LookField<LookLens>("streak", \.streak, 0...1, scaled: true),
        LookField<LookLens>("ghosts", \.ghosts, 0...12),
        LookField<LookLens>("dirt", \.dirt, 0...1, scaled: true),
    ]

    /// Whether the lens adds any light.
    package var isAtWork: Bool { flare > 0 || streak > 0 || dirt > 0 }
}
