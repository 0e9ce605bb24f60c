import PlainText

extension EditorState {
    /// The most lines that are remembered.
    private static let historyLimit = 100

    /// Carries out a line such as `seed 7`, `take.generate` or, where no other
    /// command ends so, `generate`.
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
        let meant = Command.meant(by: word)
        guard let command = meant.first, meant.count == 1 else {
            say(Self.complaint(of: word, meaning: meant), .warning)
            return []
        }
        guard argument.isEmpty else {
            say("“\(word)” takes nothing after it.", .warning)
            return []
        }
        return run(command.id)
    }

    private static func complaint(of word: String, meaning commands: [Command]) -> String {
        guard commands.isEmpty else {
            let names = commands.prefix(4).map(\.id.name).joined(separator: ", ")
            return "“\(word)” may be \(names); say one of them in full."
        }
        let known = Command.all.filter(\.isListed).map(\.id.name)
        let words =
            CommandLineVerb.all.map(\.name) + known + known.compactMap(Command.lastPart(of:))
        guard let near = word.nearest(among: words) else {
            return "No command is called “\(word)”; tab after : lists them."
        }
        return "No command is called “\(word)”; did you mean “\(near)”?"
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

extension Command {
    /// The commands that a word may stand for: the one of that name, or those whose name ends so.
    fileprivate static func meant(by word: String) -> [Command] {
        let listed = all.filter(\.isListed)
        let exact = listed.filter { $0.id.name == word }
        return exact.isEmpty ? listed.filter { lastPart(of: $0.id.name) == word } : exact
    }

    /// What follows the last dot of a name.
    static func lastPart(of name: String) -> String? {
        name.split(separator: ".").last.map(String.init)
    }
}
