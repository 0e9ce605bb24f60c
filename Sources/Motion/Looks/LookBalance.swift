/// The white balance, in linear light; grey keeps its luma.
package struct LookBalance: LookStage {
    /// Positive is warmer.
    package var temperature = 0.0
    /// Positive is more magenta.
    package var tint = 0.0

    package init() {}

    package static let fields = [
        LookField<LookBalance>("temperature", \.temperature, -100...100, scaled: true),
        LookField<LookBalance>("tint", \.tint, -100...100, scaled: true),
    ]
}
