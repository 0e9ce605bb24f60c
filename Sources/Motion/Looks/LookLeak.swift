/// Light that has found a way into the camera.
package struct LookLeak: LookStage {
    package enum Side: String, CaseIterable, Hashable, Sendable {
        case left, right, top, bottom
    }

    package var amount = 0.0
    package var colour = LookColour.white
    /// How often it comes and goes, in Hz.
    package var rate = 0.3
    package var side = Side.left

    package init() {}

    package static let fields = [
        LookField<LookLeak>("amount", \.amount, 0...1, scaled: true),
        LookField<LookLeak>("rate", \.rate, 0.01...10),
    ]
}
