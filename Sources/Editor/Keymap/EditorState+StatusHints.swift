import Input

extension EditorState {
    /// The up to six keys that matter most now, for the status line.
    ///
    /// What cannot be done now is left out.
    package var statusHints: [StatusHint] {
        let hints = hintedCommands.compactMap { id -> StatusHint? in
            guard let command = Command[id], command.availability(self) == .available,
                let keys = keys(for: id, in: contexts)
            else { return nil }
            return StatusHint(keys: keys, word: command.hint)
        }
        guard popup == nil, typing == nil else { return Array(hints.prefix(6)) }
        // Wherever one is, the last two lead everywhere else.
        return Array(hints.dropLast(2).prefix(4)) + hints.suffix(2)
    }

    private var hintedCommands: [Command.ID] {
        if let popup { return popup.hintedCommands }
        return switch typing {
        case .prompt: ["field.leave", "take.generate", "text.deleteWord", "panel.next"]
        case .filter: ["filter.accept", "list.down", "filter.clear"]
        case nil: focus.hintedCommands + ["commandLine.open", "help.open"]
        }
    }
}

extension Panel {
    fileprivate var hintedCommands: [Command.ID] {
        switch self {
        case .presets:
            ["preset.toggle", "playback.toggle", "preset.stronger", "take.generate"]
        case .preview:
            [
                "playback.toggle", "playback.forward", "playback.film", "take.generate",
            ]
        case .prompt:
            ["field.edit", "field.increase", "field.clear", "take.generate", "playback.toggle"]
        case .timeline:
            [
                "take.generate", "take.cancel", "take.retry", "take.details", "take.export",
                "shot.add", "playback.toggle",
            ]
        }
    }
}

extension Popup {
    fileprivate var hintedCommands: [Command.ID] {
        switch self {
        case .help, .messages: ["list.down", "list.pageDown", "popup.close"]
        case .commandLine: ["popup.accept", "commandLine.complete", "popup.close"]
        case .palette, .choices, .menu: ["popup.accept", "list.down", "popup.close"]
        case .question: ["popup.accept", "popup.close"]
        case .takeDetails: ["take.retry", "take.cancel", "popup.close"]
        }
    }
}
