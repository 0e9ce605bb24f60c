extension EditorState {
    /// What the open command line can be completed to, in the order of their
    /// names; empty once an argument is being written.
    package var completions: [Completion] {
        guard case .commandLine(let line) = popup else { return [] }
        return completions(of: line.stem ?? line.field.text)
    }

    func completions(of text: String) -> [Completion] {
        guard !text.contains(" ") else { return [] }
        let verbs = CommandLineVerb.all.map {
            Completion(word: $0.name, argument: $0.argument, help: $0.help)
        }
        let commands = Command.all.filter(\.isListed).map {
            Completion(word: $0.id.name, argument: "", help: $0.help)
        }
        let all = verbs + commands
        // A command is also found by what follows its dot.
        return all.filter { $0.word.hasPrefix(text) }
            + all.filter { completion in
                !completion.word.hasPrefix(text)
                    && Command.lastPart(of: completion.word)?.hasPrefix(text) ?? false
            }
    }
}
