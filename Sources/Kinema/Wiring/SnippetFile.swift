import Editor
import Foundation
import Media
import PlainText

/// A person's pieces of prompts, in a file that they may also edit by hand.
struct SnippetFile: Sendable {
    let path: String

    /// Reads the file; without one there are none.
    func read() throws(PlainTextError) -> [Snippet] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let root = try PlainTextNode(path: path, of: "the snippets")
        var snippets: [Snippet] = []
        for field in try root.fields(of: "the file of snippets") {
            let text = try field.value.text("the snippet", limit: Snippet.textLimit)
            guard let snippet = Snippet(name: field.name, text: text),
                snippets.count < Snippet.limit
            else {
                throw field.value.error(
                    "A snippet’s name has letters, digits and hyphens; there are up to "
                        + "\(Snippet.limit)."
                )
            }
            snippets.append(snippet)
        }
        return snippets.sorted { $0.name < $1.name }
    }

    /// Writes the file anew, whole or not at all.
    func write(_ snippets: [Snippet]) throws {
        var lines = ["# Pieces of prompts: write ;name and a space in a prompt for its text."]
        lines += snippets.map { "\($0.name): \(PresetText.quoted($0.text))" }
        if snippets.isEmpty { lines.append("{}") }
        try FileManager.default.createDirectory(
            at: URL(filePath: path).deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try WholeFile.write(lines.joined(separator: "\n") + "\n", to: path)
    }
}
