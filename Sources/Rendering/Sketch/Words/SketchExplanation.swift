package import Editorial

/// What the sketch understands of a prompt, without a picture.
package struct SketchExplanation: Sendable {
    /// Every word of the prompt in its order, and what became of it.
    package let words: [SketchWord]
    /// What was chosen because no word says it.
    package let choices: [SketchChoice]
    /// The style that the words ask for, nil when they name none.
    package let style: Style?

    /// Reads at most the first 400 words of a prompt.
    ///
    /// - Parameters:
    ///   - prompt: As a person writes it.
    ///   - style: A style chosen beside the prompt; words that ask for another
    ///     are then reported as ignored.
    package init(_ prompt: String, style: Style? = nil) {
        self.init(SketchReading(prompt), style: style)
    }

    init(_ reading: SketchReading, style: Style?) {
        self.style = reading.style
        choices = reading.choices
        guard let style else {
            words = reading.words
            return
        }
        words = reading.words.map { word in
            guard word.use == .style, reading.style != style else { return word }
            let reason = "The style is set to \(style.title.lowercased()) beside the prompt."
            return SketchWord(word: word.word, use: .ignored, meaning: reason)
        }
    }
}
