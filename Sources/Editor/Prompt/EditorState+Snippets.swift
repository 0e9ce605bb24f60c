import Editorial
import Input

extension EditorState {
    /// What stands before a snippet's name where it is to become its text.
    static let snippetSign: Character = ";"

    var snippetRows: [ChoiceRow] {
        snippets.map {
            ChoiceRow(
                title: "\(Self.snippetSign)\($0.name)",
                detail: String($0.text.prefix(60)).replacing("\n", with: " "),
                isCurrent: false
            )
        }
    }

    /// Puts a snippet into the prompt at its cursor.
    mutating func insertSnippet(at place: Int) -> [Effect] {
        guard snippets.indices.contains(place) else { return [] }
        writePrompt()
        return type(snippets[place].text)
    }

    /// Keeps what is selected in the prompt, else all of it, under a name.
    mutating func saveSnippet(named name: String) -> [Effect] {
        let text = promptField.selectedText ?? draft.prompt
        guard let snippet = Snippet(name: name, text: text.trimmed) else {
            say(Self.snippetAdvice, .warning)
            return []
        }
        snippets.removeAll { $0.name == snippet.name }
        snippets.append(snippet)
        snippets.sort { $0.name < $1.name }
        say("Write \(Self.snippetSign)\(snippet.name) and a space for it.", .success)
        return [.saveSnippets(snippets)]
    }

    mutating func forgetSnippet(named name: String) -> [Effect] {
        let word = name.first == Self.snippetSign ? String(name.dropFirst()) : name
        guard snippets.contains(where: { $0.name == word.lowercased() }) else {
            say("No snippet is called “\(word)”.", .warning)
            return []
        }
        snippets.removeAll { $0.name == word.lowercased() }
        say("“\(word)” is no snippet any more.")
        return [.saveSnippets(snippets)]
    }

    static let snippetAdvice =
        "A snippet has up to 2 000 characters, and a name of letters, digits and hyphens."

    /// Puts a snippet's text in place of its name, once a space follows that.
    ///
    /// - Returns: nil where no such name stands before the cursor.
    mutating func expandSnippet(before typed: String) -> [Effect]? {
        guard typing == .prompt, popup == nil, typed == " " || typed == "\n" else { return nil }
        let field = promptField
        guard field.selection == nil else { return nil }
        let before = field.text.prefix(field.cursor)
        let word = before.reversed().prefix { !$0.isWhitespace }.reversed()
        guard word.first == Self.snippetSign, word.count > 1,
            let found = snippets.first(where: { $0.name == String(word.dropFirst()) })
        else { return nil }
        return editText {
            $0.move(to: field.cursor - word.count)
            $0.move(to: field.cursor, selecting: true)
            _ = $0.insert(found.text + typed)
        }
    }
}

extension Draft {
    /// The words in braces that a prompt may have, and what stands for each.
    var variables: [(name: String, value: String)] {
        [
            ("{seed}", "\(seed)"), ("{style}", style.title.lowercased()),
            ("{aspect}", aspect.description), ("{seconds}", decimal(duration.seconds)),
        ]
    }

    /// The same with its variables filled in, as it is asked for.
    var filledIn: Draft {
        guard prompt.contains("{") || negativePrompt.contains("{") else { return self }
        var filled = self
        for (name, value) in variables {
            filled.prompt = filled.prompt.replacing(name, with: value)
            filled.negativePrompt = filled.negativePrompt.replacing(name, with: value)
        }
        return filled
    }
}
