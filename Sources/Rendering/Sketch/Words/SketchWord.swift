/// One word, or one fixed phrase, of a prompt, and what the sketch made of it.
package struct SketchWord: Hashable, Sendable {
    /// What a word decides about a picture.
    package enum Use: String, CaseIterable, Sendable {
        case setting, timeOfDay, weather, subject, count, shotSize, angle, lens, mood, palette
        case detail, style
        /// Articles, prepositions and the like, which name nothing.
        case filler
        /// Not understood, overruled by an earlier word, or without effect here.
        case ignored

        /// The name a person reads.
        package var title: String {
            switch self {
            case .timeOfDay: "time of day"
            case .shotSize: "shot size"
            default: rawValue
            }
        }
    }

    /// As the prompt spells it, in lower case, hyphens as spaces.
    package let word: String
    package let use: Use
    /// What the word stands for (`golden hour`), or why it is ignored.
    package let meaning: String
}
