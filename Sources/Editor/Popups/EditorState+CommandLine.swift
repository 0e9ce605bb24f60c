extension EditorState {
    /// The most lines that are remembered.
    private static let historyLimit = 100

    /// Carries out a line such as `seed 7` or `take.generate`.
    mutating func enter(_ text: String) -> [Effect] {
        let line = text.trimmed
        guard !line.isEmpty else { return [] }
        remember(line)
        leaveField()
        let word = String(line.prefix { !$0.isWhitespace })
        let argument = String(line.dropFirst(word.count)).trimmed
        if let verb = CommandLineVerb.all.first(where: { $0.name == word }) {
            guard verb.takes(argument) else {
                say(verb.usage, .warning)
                return []
            }
            return verb.perform(&self, argument)
        }
        let id = Command.ID(word)
        guard let command = Command[id], command.isListed else {
            say("No command is called “\(word)”; tab after : lists them.", .warning)
            return []
        }
        guard argument.isEmpty else {
            say("“\(word)” takes nothing after it.", .warning)
            return []
        }
        return run(id)
    }

    private mutating func remember(_ line: String) {
        commandHistory.removeAll { $0 == line }
        commandHistory.append(line)
        if commandHistory.count > Self.historyLimit { commandHistory.removeFirst() }
    }

    /// Puts the next completion into the line, or the one before.
    mutating func completeCommand(by places: Int) {
        guard case .commandLine(let line) = popup else { return }
        let found = completions
        guard !found.isEmpty else { return }
        let from = line.selection ?? (places > 0 ? -1 : found.count)
        complete(with: ((from + places) % found.count + found.count) % found.count)
    }

    /// Puts a completion into the line by its place.
    mutating func complete(with place: Int) {
        let found = completions
        guard case .commandLine(let line) = popup, found.indices.contains(place) else { return }
        let stem = line.stem ?? line.field.text
        let choice = found[place]
        let ending = choice.argument.isEmpty ? "" : " "
        popup = .commandLine(
            CommandLine(field: TextField(choice.word + ending), selection: place, stem: stem)
        )
    }

    /// Goes up (below 0) or down through the lines that were entered before.
    mutating func recallCommand(by lines: Int) {
        guard case .commandLine(let line) = popup, !commandHistory.isEmpty else { return }
        let depth = min(max(0, (line.recalled ?? 0) - lines), commandHistory.count)
        let text = depth == 0 ? "" : commandHistory[commandHistory.count - depth]
        popup = .commandLine(
            CommandLine(field: TextField(text), recalled: depth == 0 ? nil : depth)
        )
    }
}
