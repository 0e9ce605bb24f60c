/// A picture as a hand would have made it.
///
/// Strength fades the whole drawing in over the picture, and leaves its parts.
package struct LookDrawing: LookStage {
    package enum Dither: String, CaseIterable, Hashable, Sendable {
        case none, bayer4
    }

    /// The brush's radius, in 720ths of the frame's height.
    package var smooth = 0.0
    /// How much the brush follows the forms.
    package var flow = 0.0
    /// Steps of lightness; 0 leaves them all.
    package var levels = 0.0
    package var edge: Edge?
    package var hatch: Hatch?
    package var halftone: Halftone?
    package var grid: Grid?
    package var relief: Relief?
    package var paper: Paper?
    package var wobble: Wobble?
    package var pixel: Pixels?
    /// What lies under the lines, with `keep` of the picture; nil is the
    /// picture.
    package var fill: LookColour?
    package var keep = 0.0
    package var amount = 1.0

    package init() {}

    package static let fields = [
        LookField<LookDrawing>("smooth", \.smooth, 0...24),
        LookField<LookDrawing>("flow", \.flow, 0...1),
        LookField<LookDrawing>("levels", \.levels, 0...64),
        LookField<LookDrawing>("keep", \.keep, 0...1),
        LookField<LookDrawing>("amount", \.amount, 0...1),
    ]

    func scaled(_ strength: Double) -> LookDrawing {
        var drawing = self
        drawing.amount *= strength
        return drawing
    }
}
