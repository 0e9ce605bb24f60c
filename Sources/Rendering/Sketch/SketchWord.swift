/// One word, or one fixed phrase, of a prompt, and what the sketch made of it.
package struct SketchWord: Hashable, Sendable {
    /// What a word decides about a picture.
    package enum Use: String, CaseIterable, Sendable {
        case setting, timeOfDay, weather, subject, shotSize, detail
        /// Articles, prepositions and the like, which name nothing.
        case filler
        /// Not understood, or overruled by an earlier word.
        case ignored
    }

    /// As the prompt spells it, in lower case.
    package let word: String
    package let use: Use
    /// What the word stands for (`golden hour`), or why it is ignored.
    package let meaning: String
}
