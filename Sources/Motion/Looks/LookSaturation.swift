/// How colourful the picture is, as factors of OkLCh chroma.
package struct LookSaturation: LookStage {
    package var saturation = 1.0
    /// More for what is pale; skin takes half.
    package var vibrance = 0.0

    package init() {}

    package static let fields = [
        LookField<LookSaturation>("saturation", \.saturation, 0...3, scaled: true),
        LookField<LookSaturation>("vibrance", \.vibrance, -1...1, scaled: true),
    ]
}
