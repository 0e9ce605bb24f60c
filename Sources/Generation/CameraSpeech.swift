/// How a model is told what the camera does.
package enum CameraSpeech: Hashable, Sendable {
    /// It makes a picture, and the camera is moved over it here.
    case movedHere
    /// A phrase of the prompt, of this kind of the presets' own words, such as `runway`.
    case phrase(String)
    /// Kling's six axes, -10…10, or one of its named moves.
    case kling
    /// Ids of Higgsfield's motions with their strengths.
    case higgsfield
    /// AnimateDiff's camera adapters with their weights.
    case lora
    /// Not at all.
    case unheard

    /// The kind of a preset's words that says it; nil where none does.
    package var words: String? {
        switch self {
        case .movedHere, .unheard: nil
        case .phrase(let kind): kind
        case .kling: "kling"
        case .higgsfield: "higgsfield"
        case .lora: "lora"
        }
    }
}
