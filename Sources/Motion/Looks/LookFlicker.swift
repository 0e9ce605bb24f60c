/// Light that is not steady from frame to frame.
package struct LookFlicker: LookStage {
    package var amount = 0.0
    package var hz = 6.0

    package init() {}

    package static let fields = [
        LookField<LookFlicker>("amount", \.amount, 0...0.5, scaled: true),
        LookField<LookFlicker>("hz", \.hz, 0.1...30),
    ]
}
