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
        guard popup == nil, typing == nil, camera == nil, keyframes == nil,
            screen == .editor
        else { return Array(hints.prefix(6)) }
        // Wherever one is, the last two lead everywhere else.
        return Array(hints.dropLast(2).prefix(4)) + hints.suffix(2)
    }

    private var hintedCommands: [Command.ID] {
        if let popup { return popup.hintedCommands }
        return switch typing {
        case .prompt: ["field.leave", "take.generate", "text.deleteWord", "panel.next"]
        case .filter: ["filter.accept", "list.down", "filter.clear"]
        case .projects: ["project.findEnd", "list.down", "project.findClear"]
        case .library: ["library.findEnd", "list.down", "library.findClear"]
        case nil where screen != .editor: screen.hintedCommands
        case nil where camera != nil:
            [
                "camera.orbitRight", "camera.in", "camera.zoomIn", "camera.key", "camera.leave",
                "help.open",
            ]
        case nil where keyframes != nil:
            [
                "keyframe.next", "keyframe.add", "keyframe.more", "keyframe.later",
                "keyframe.easing", "keyframe.leave", "help.open",
            ]
        case nil: focus.hintedCommands + ["commandLine.open", "help.open"]
        }
    }
}

extension EditorScreen {
    fileprivate var hintedCommands: [Command.ID] {
        switch self {
        case .editor: []
        case .projects:
            [
                "project.open", "project.new", "grid.toggle", "project.name", "project.archive",
                "project.leave",
            ]
        case .library:
            [
                "library.use", "library.import", "library.find", "grid.toggle", "library.mark",
                "library.tag", "screen.editor",
            ]
        case .queue:
            [
                "queue.show", "queue.cancel", "queue.retry", "queue.next", "queue.pause",
                "screen.editor",
            ]
        case .settings: ["settings.edit", "settings.reset", "screen.editor", "help.open"]
        case .account:
            [
                "account.mine", "account.theirs", "account.endSession", "account.sync",
                "screen.editor", "help.open",
            ]
        case .team:
            [
                "team.invite", "team.role", "team.remove", "account.sync", "screen.editor",
                "help.open",
            ]
        }
    }
}

extension Panel {
    fileprivate var hintedCommands: [Command.ID] {
        switch self {
        case .presets:
            ["preset.toggle", "preset.large", "camera.enter", "take.generate"]
        case .preview:
            [
                "playback.toggle", "playback.forward", "camera.enter", "playback.film",
                "take.generate",
            ]
        case .prompt:
            ["field.edit", "field.increase", "field.clear", "take.generate", "playback.toggle"]
        case .timeline:
            [
                "take.generate", "take.cancel", "take.retry", "take.details", "shot.split",
                "keyframe.enter", "shot.add", "playback.toggle",
            ]
        }
    }
}

extension Popup {
    fileprivate var hintedCommands: [Command.ID] {
        switch self {
        case .help, .messages: ["list.down", "list.pageDown", "popup.close"]
        case .commandLine: ["popup.accept", "commandLine.complete", "popup.close"]
        case .palette, .choices, .menu, .history, .manual, .assets:
            ["popup.accept", "list.down", "popup.close"]
        case .question: ["popup.accept", "popup.close"]
        case .takeDetails: ["take.retry", "take.cancel", "popup.close"]
        }
    }
}
