import Editorial

/// When a key has its meaning, spelled as keymaps spell it: `playing`, `not playing`.
package struct KeyCondition: Hashable, Sendable, CustomStringConvertible {
    /// Something that is so or not.
    package enum Fact: String, CaseIterable, Hashable, Sendable {
        /// A macro is being recorded.
        case recording
        /// Text is selected.
        case selecting
        case playing
        case zoomed
        /// The preset list is filtered.
        case filtering
        /// The shot has a take.
        case hasTake
        /// The take under the cursor is queued or running.
        case takeRunning
        /// The shot has motion.
        case hasMotion
        /// The prompt is empty.
        case promptEmpty
    }

    package let fact: Fact
    package var isNegated = false

    package init(_ fact: Fact, isNegated: Bool = false) {
        self.fact = fact
        self.isNegated = isNegated
    }

    /// Reads a spelling; nil when nothing is called that.
    package init?(spelling: String) {
        let words = spelling.split(separator: " ")
        guard let last = words.last, let fact = Fact(rawValue: String(last)),
            words.count == 1 || (words.count == 2 && words[0] == "not")
        else { return nil }
        self.init(fact, isNegated: words.count == 2)
    }

    package var description: String { (isNegated ? "not " : "") + fact.rawValue }

    /// Returns whether it holds where these things are so.
    package func holds(among facts: Set<Fact>) -> Bool { facts.contains(fact) != isNegated }
}

extension EditorState {
    /// What is so now, for the conditions of keys.
    package var facts: Set<KeyCondition.Fact> {
        var facts: Set<KeyCondition.Fact> = []
        func note(_ fact: KeyCondition.Fact, _ isSo: Bool) { if isSo { facts.insert(fact) } }
        note(.recording, macros.recording != nil)
        note(.selecting, editedField?.selection != nil)
        note(.playing, playback.isPlaying)
        note(.zoomed, isZoomed)
        note(.filtering, !presetList.filter.isEmpty)
        note(.hasTake, currentTake != nil)
        note(.takeRunning, subjectTake?.isSettled == false)
        note(.hasMotion, !draft.motions.isEmpty)
        note(.promptEmpty, draft.prompt.isEmpty)
        return facts
    }
}
