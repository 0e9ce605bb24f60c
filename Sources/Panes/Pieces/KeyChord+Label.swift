import Editor
import Input

extension KeyChord {
    /// The key as the screen names it: `^G`, `F1`, `space`.
    var label: String {
        if case .function(let number) = key, modifiers.isEmpty { return "F\(number)" }
        if case .character(let character) = key, modifiers == .control, character != " " {
            return "^\(character.uppercased())"
        }
        return description
    }
}

extension KeySequence {
    /// The keys as the screen names them: `^W >`, `q a-z`.
    var label: String { steps.map(\.label).joined(separator: " ") }
}

extension KeySequence.Step {
    var label: String {
        switch self {
        case .chord(let chord): chord.label
        case .letter: "a-z"
        }
    }
}

extension EditorState {
    /// Returns the key that asks for a command in the focused panel, or
    /// everywhere; nil when none does.
    func key(for command: Command.ID) -> String? {
        keys(for: command, in: normalContexts)?.label
    }

    /// Returns the hint for a command, or nil when it has no key or cannot be
    /// done now.
    func hint(for command: Command.ID, _ does: String) -> KeyHint? {
        guard Command[command]?.availability(self) == .available else { return nil }
        return key(for: command).map { KeyHint(key: $0, does: does) }
    }
}
