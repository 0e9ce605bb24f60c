import Input

extension EditorState {
    /// Carries out what a key asks for here; in a text field other printing
    /// keys are text.
    mutating func press(_ chord: KeyChord) -> [Effect] {
        if let command = keymap.command(for: chord, in: contexts) { return run(command) }
        if textField != nil, let text = chord.text { return type(text) }
        return []
    }

    /// Carries out a command, or says why it cannot be done now.
    mutating func run(_ id: Command.ID) -> [Effect] {
        guard let command = Command[id] else {
            say("No command is called “\(id)”.", .warning)
            return []
        }
        if let reason = command.reason(in: self) {
            say(reason, .warning)
            return []
        }
        return command.perform(&self)
    }
}

extension KeyChord {
    /// What it writes in a text field.
    fileprivate var text: String? {
        guard modifiers.subtracting(.shift).isEmpty, case .character(let character) = key else {
            return nil
        }
        return String(character)
    }
}
