package import Input

extension Keymap {
    /// Returns the first key that asks for a command in these contexts, where
    /// no earlier context gives the key another meaning.
    package func chord(for command: Command.ID, in contexts: [Context]) -> KeyChord? {
        for context in contexts {
            for binding in bindings
            where binding.context == context && binding.command == command {
                if self.command(for: binding.chord, in: contexts) == command {
                    return binding.chord
                }
            }
        }
        return nil
    }

    /// Returns the commands of a context in their order, each with its keys.
    package func commands(in context: Context) -> [(command: Command.ID, chords: [KeyChord])] {
        var order: [Command.ID] = []
        var chords: [Command.ID: [KeyChord]] = [:]
        for binding in bindings where binding.context == context {
            if chords[binding.command] == nil { order.append(binding.command) }
            chords[binding.command, default: []].append(binding.chord)
        }
        return order.map { ($0, chords[$0] ?? []) }
    }

    /// Returns the keys that mean something now, and what; each key once.
    package func bindings(for state: EditorState) -> [(chord: KeyChord, command: Command)] {
        var seen: Set<KeyChord> = []
        return state.contexts.flatMap { context in
            bindings.filter { $0.context == context }.compactMap { binding in
                guard seen.insert(binding.chord).inserted, let command = Command[binding.command]
                else { return nil }
                return (binding.chord, command)
            }
        }
    }
}
