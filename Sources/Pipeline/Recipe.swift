package import Editorial
import Foundation

/// How a film was made, as metadata that travels in its file.
package enum Recipe {
    /// Returns the tags to write: the prompt as the title, and the whole draft
    /// as JSON in the comment, so that a film can be loaded into the prompt again.
    package static func metadata(for draft: Draft) throws -> [String: String] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let recipe = String(decoding: try encoder.encode(draft), as: UTF8.self)
        var tags = ["comment": prefix + recipe]
        if !draft.prompt.isEmpty { tags["title"] = draft.prompt }
        return tags
    }

    /// Reads the draft back out of a film's tags; nil when the film is not ours.
    package static func draft(from metadata: [String: String]) -> Draft? {
        // Matroska writes its keys in capitals.
        guard let comment = metadata["comment"] ?? metadata["COMMENT"], comment.hasPrefix(prefix),
            comment.utf8.count < 100_000
        else { return nil }
        // A comment that is damaged or from a newer version holds no recipe for us.
        return try? JSONDecoder().decode(
            Draft.self,
            from: Data(comment.dropFirst(prefix.count).utf8)
        )
    }

    private static let prefix = "kinema-recipe-1:"
}
