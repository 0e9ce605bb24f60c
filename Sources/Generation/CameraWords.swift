package import Editorial
package import Motion

/// What the camera does in a shot, said to one model.
package struct CameraWords: Hashable, Codable, Sendable {
    /// One preset's words for the model, and how much of it.
    package struct Word: Hashable, Codable, Sendable {
        package let preset: String
        package let text: String
        package let strength: Double

        package init(preset: String, text: String, strength: Double) {
            self.preset = preset
            self.text = text
            self.strength = strength
        }
    }

    package let words: [Word]

    /// What a model that hears only the prompt is told, as sentences.
    package let phrase: String

    package init(words: [Word], phrase: String) {
        self.words = words
        self.phrase = phrase
    }

    /// Says the camera moves of a draft in a model's words.
    ///
    /// A preset without words of the model's kind is said by the plain ones;
    /// looks are given to the film here, whoever made it, and are not said.
    package init(_ draft: Draft, to speech: CameraSpeech, in presets: PresetLibrary) {
        let moves = draft.motions.compactMap { choice in
            presets[choice.preset].flatMap { $0.category == .camera ? (choice, $0) : nil }
        }
        words = moves.compactMap { choice, preset in
            guard let kind = speech.words, let text = preset.words[kind] else { return nil }
            return Word(preset: preset.id, text: text, strength: choice.strength)
        }
        let sayable: [String] = moves.compactMap { _, preset in
            switch speech {
            case .movedHere, .unheard: nil
            case .phrase(let kind): preset.words[kind] ?? preset.words["text"]
            // A number that could not be given is said at least.
            case .kling, .higgsfield, .lora:
                preset.words[speech.words ?? ""] == nil ? preset.words["text"] : nil
            }
        }
        phrase = sayable.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    }
}
