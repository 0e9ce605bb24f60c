package import Input

/// What keys that were pressed ask for.
package enum KeyMeaning: Hashable, Sendable {
    /// The letter is the one that was pressed where the sequence takes any.
    case command(Command.ID, letter: Character?)
    /// More keys are to come.
    case prefix
    case nothing
}

extension Keymap {
    /// Returns what keys ask for in the first of these contexts that knows them.
    ///
    /// Within a context a whole sequence goes before the beginning of a longer
    /// one, a condition that holds before none, and a key before any letter.
    package func meaning(
        of chords: [KeyChord],
        in contexts: [Context],
        facts: Set<KeyCondition.Fact>
    ) -> KeyMeaning {
        for context in contexts {
            let found = bindings(in: context).filter {
                $0.keys.begins(with: chords) && $0.condition?.holds(among: facts) ?? true
            }
            let whole = found.filter { $0.keys.steps.count == chords.count }
            if let best = whole.max(by: { $0.rank < $1.rank }) {
                let letter = best.keys.steps.last == .letter ? chords.last?.letter : nil
                return .command(best.command, letter: letter)
            }
            if !found.isEmpty { return .prefix }
        }
        return .nothing
    }

    /// Returns what a key asks for by itself.
    package func command(
        for chord: KeyChord,
        in contexts: [Context],
        facts: Set<KeyCondition.Fact> = []
    ) -> Command.ID? {
        guard case .command(let id, _) = meaning(of: [chord], in: contexts, facts: facts)
        else { return nil }
        return id
    }

    /// Returns the first keys that ask for a command in these contexts, where
    /// no earlier context gives them another meaning.
    package func keys(
        for command: Command.ID,
        in contexts: [Context],
        facts: Set<KeyCondition.Fact> = []
    ) -> KeySequence? {
        for context in contexts {
            for binding in bindings(in: context) where binding.command == command {
                guard binding.condition?.holds(among: facts) ?? true else { continue }
                let chords = binding.keys.steps.compactMap { step -> KeyChord? in
                    if case .chord(let chord) = step { chord } else { "a" }
                }
                if case .command(command, _) = meaning(of: chords, in: contexts, facts: facts) {
                    return binding.keys
                }
            }
        }
        return nil
    }

    /// Returns the commands of a context in their order, each with its keys.
    package func commands(
        in context: Context
    ) -> [(command: Command.ID, keys: [KeySequence])] {
        var order: [Command.ID] = []
        var keys: [Command.ID: [KeySequence]] = [:]
        for binding in bindings(in: context) {
            if keys[binding.command] == nil { order.append(binding.command) }
            keys[binding.command, default: []].append(binding.keys)
        }
        return order.map { ($0, keys[$0] ?? []) }
    }

    /// Returns the keys that mean something now, and what; each sequence once.
    package func bindings(for state: EditorState) -> [(keys: KeySequence, command: Command)] {
        var seen: Set<KeySequence> = []
        let facts = state.facts
        return state.contexts.flatMap { context in
            bindings(in: context).compactMap { binding in
                guard binding.condition?.holds(among: facts) ?? true,
                    seen.insert(binding.keys).inserted, let command = Command[binding.command]
                else { return nil }
                return (binding.keys, command)
            }
        }
    }
}

extension Keymap.Binding {
    /// Of two that mean the same keys the higher counts.
    fileprivate var rank: Int {
        (condition == nil ? 0 : 2) + (keys.steps.contains(.letter) ? 0 : 1)
    }
}

extension EditorState {
    /// Returns the first keys that ask for a command in these contexts, as
    /// things are now.
    package func keys(for command: Command.ID, in contexts: [Keymap.Context]) -> KeySequence? {
        keymap.keys(for: command, in: contexts, facts: facts)
    }
}
