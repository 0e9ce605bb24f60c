import Input

extension EditorState {
    /// The pages that the open manual finds, the best first; empty without one.
    package var manualRows: [ManualPage] {
        guard case .manual(let manual) = popup else { return [] }
        let words = manual.field.text.lowercased().split { $0.isWhitespace }
        guard !words.isEmpty else { return manualPages }
        return manualPages.compactMap { page in page.score(words).map { (page, $0) } }
            .ranked { $0.1 }
            .map(\.0)
    }

    /// Opens the manual at what is found by some words.
    mutating func openManual(_ words: String = "") {
        leaveField()
        popup = .manual(Manual(field: TextField(words)))
    }

    private var manualPages: [ManualPage] {
        let commands = Command.all.filter(\.isListed).map { command in
            // Several panels have one key for the same.
            var keys: [String] = []
            for binding in keymap.bindings where binding.command == command.id {
                let key = binding.keys.description
                if !keys.contains(key) { keys.append(key) }
            }
            return ManualPage(
                title: command.title,
                text: "\(command.help) By name it is :\(command.id).",
                keys: keys.prefix(3).joined(separator: "  "),
                kind: "command"
            )
        }
        let lines = CommandLineVerb.all.map { verb in
            ManualPage(
                title: ":\(verb.name) \(verb.argument)".trimmed,
                text: verb.help,
                keys: "",
                kind: "line"
            )
        }
        return ManualPage.guides + commands + lines
    }
}

extension ManualPage {
    /// Returns how well a page has all words; nil where it lacks one.
    fileprivate func score(_ words: [Substring]) -> Int? {
        let title = title.lowercased()
        let all = "\(title) \(text.lowercased()) \(keys) \(kind)"
        guard words.allSatisfy({ all.contains($0) }) else { return nil }
        let inTitle = words.count { title.contains($0) }
        return inTitle * 10 + (kind == "how to" ? 1 : 0)
    }
}
