package import Input

/// Commands for what was pressed with the right button.
package struct ContextMenu: Hashable, Sendable {
    /// The cell that was pressed.
    package let anchor: CellPoint
    let commands: [Command.ID]
    package var selection = 0
}

/// A line of a menu.
package struct MenuRow: Hashable, Sendable {
    package let title: String
    package let keys: KeySequence?
    /// Why it cannot be done now.
    package let reason: String?

    package init(title: String, keys: KeySequence?, reason: String?) {
        self.title = title
        self.keys = keys
        self.reason = reason
    }
}

extension EditorState {
    /// The lines of the open menu; empty without one.
    package var menuRows: [MenuRow] {
        guard case .menu(let menu) = popup else { return [] }
        return menu.commands.compactMap { Command[$0] }.map { command in
            MenuRow(
                title: command.title,
                keys: keys(for: command.id, in: normalContexts),
                reason: command.reason(in: self)
            )
        }
    }

    /// Opens the commands for the panel that is focused.
    mutating func openMenu(at anchor: CellPoint) {
        leaveField()
        popup = .menu(ContextMenu(anchor: anchor, commands: menuCommands))
    }

    private var menuCommands: [Command.ID] {
        switch focus {
        case .presets:
            [
                "preset.toggle", "preset.star", "preset.stronger", "preset.weaker",
                "preset.duplicate", "preset.edit", "preset.delete", "motion.clear",
            ]
        case .preview:
            ["playback.toggle", "playback.loop", "playback.film", "take.export", "frame.export"]
        case .prompt:
            ["field.edit", "field.clear", "prompt.editor", "seed.random", "take.generate"]
        case .timeline:
            [
                "take.details", "take.select", "take.recall", "take.export", "take.cancel",
                "take.retry", "shot.add", "shot.duplicate", "shot.rename", "shot.delete",
            ]
        }
    }

    mutating func acceptMenu(_ row: Int) -> [Effect] {
        guard case .menu(let menu) = popup, menu.commands.indices.contains(row) else { return [] }
        close()
        return run(menu.commands[row])
    }
}
