import Editorial

/// A command that changed the project, with what it was given.
struct DoneCommand: Hashable {
    let id: String
    let count: Int?
    let letter: Character?
}

extension EditorState {
    /// Keeps a command that changed the project, to be done again.
    mutating func remember(_ id: Command.ID, count: Int?, letter: Character?, since before: Int?) {
        let isAboutHistory = id.name.hasPrefix("edit.") || id.name.hasPrefix("history.")
        guard history.current != before, !isAboutHistory, macros.allowance == nil else { return }
        lastDone = DoneCommand(id: id.name, count: count, letter: letter)
    }

    /// Does the last change of the project again, here.
    mutating func repeatLast() -> [Effect] {
        guard let last = lastDone else {
            say("Nothing was changed yet that could be done again.", .warning)
            return []
        }
        return run(Command.ID(last.id), count: givenCount ?? last.count, letter: last.letter)
    }
}
