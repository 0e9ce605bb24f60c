import Editorial

extension EditorState {
    /// Lets the selected shot come in from the one before.
    mutating func setTransition(_ kind: Transition.Kind?) -> [Effect] {
        let duration = shot.cut.transition?.duration
        return changeCut {
            $0.transition = kind.map { kind in
                duration.map { Transition(kind, duration: $0) } ?? Transition(kind)
            }
        }
    }

    /// Sets a transition as the command line writes it: `dissolve 0.5`, `cut`.
    mutating func setTransition(written text: String) -> [Effect] {
        let words = text.split(separator: " ").map { $0.lowercased() }
        guard let name = words.first, words.count <= 2 else { return refuseTransition(text) }
        if name == "cut" || name == "none" { return setTransition(nil) }
        guard let kind = Transition.Kind(rawValue: name) else { return refuseTransition(text) }
        guard words.count == 2 else { return setTransition(kind) }
        guard let seconds = Double(words[1].hasSuffix("s") ? words[1].dropLast() : words[1][...]),
            (0.04...5).contains(seconds)
        else {
            say("A transition lasts 0.04 to 5 seconds.", .warning)
            return []
        }
        return changeCut {
            $0.transition = Transition(kind, duration: RationalTime(seconds: seconds))
        }
    }

    private mutating func refuseTransition(_ text: String) -> [Effect] {
        let known = Transition.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        say("“\(text)” is no transition; there are cut, \(known), each with seconds.", .warning)
        return []
    }

    /// Why the selected shot can have no transition; nil when it can.
    var transitionReason: String? {
        shotIndex == 0 ? "The first shot has none before it to come in from." : nil
    }
}
