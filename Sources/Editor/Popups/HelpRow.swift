package import Input

/// A line of the help.
package enum HelpRow: Hashable, Sendable {
    case heading(String)
    /// A command with the keys that ask for it, in the order of the keymap.
    case command(keys: [KeySequence], title: String, help: String)
}

extension EditorState {
    /// The lines of the open help, made from the keymap; empty without one.
    package var helpRows: [HelpRow] {
        guard case .help(let contexts, _) = popup else { return [] }
        return contexts.flatMap { context -> [HelpRow] in
            let lines = keymap.commands(in: context).compactMap { id, keys -> HelpRow? in
                guard let command = Command[id] else { return nil }
                return .command(keys: keys, title: command.title, help: command.help)
            }
            return lines.isEmpty ? [] : [.heading(context.title)] + lines
        }
    }
}
