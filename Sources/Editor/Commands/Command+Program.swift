import Editorial

extension Command {
    static let programCommands: [Command] = [
        Command(
            "edit.undo",
            "Undo",
            help: "Takes the last edit of the project back.",
            repeats: true,
            availability: { .init($0.history.canUndo, else: "There is nothing left to undo.") },
            perform: { $0.undo() }
        ),
        Command(
            "edit.redo",
            "Redo",
            help: "Does again what was undone last.",
            repeats: true,
            availability: { .init($0.history.canRedo, else: "There is nothing to redo.") },
            perform: { $0.redo() }
        ),
        Command(
            "project.rename",
            "Rename this project",
            hint: "rename",
            help: "Asks for another name for the project.",
            perform: { state in
                state.ask(.renameProject, text: state.project.name)
                return []
            }
        ),
        Command(
            "help.open",
            "Keys",
            hint: "help",
            help: "Shows what every key does here.",
            perform: { state in
                if case .help = state.popup { return [] }
                state.popup = .help(contexts: state.contexts, scroll: 0)
                return []
            }
        ),
        Command(
            "commandLine.open",
            "Command line",
            hint: "command",
            help: "Opens the line for commands with a value, such as :seed 7.",
            perform: { state in
                state.popup = .commandLine(CommandLine())
                return []
            }
        ),
        Command(
            "palette.open",
            "Command palette",
            hint: "palette",
            help: "Searches all commands and presets.",
            perform: { state in
                state.popup = .palette(Palette())
                return []
            }
        ),
        Command(
            "messages.open",
            "Messages",
            help: "Shows what was said so far.",
            perform: { state in
                state.popup = .messages(scroll: 0)
                return []
            }
        ),
        Command(
            "theme.choose",
            "Choose the theme",
            hint: "theme",
            help: "Opens the list of themes; each is shown as the cursor moves.",
            perform: { state in
                state.openThemes()
                return []
            }
        ),
        Command(
            "program.suspend",
            "Suspend",
            help: "Gives the terminal back to the shell until you type fg.",
            perform: { _ in [.suspend] }
        ),
        Command(
            "program.quit",
            "Quit",
            help: "Leaves Kinema; everything is saved, and takes go on.",
            perform: { _ in [.quit] }
        ),
    ]
}
