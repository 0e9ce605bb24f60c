import Yams

extension PresetLibrary {
    /// The most bytes a preset file may have.
    package static let maximumFileSize = 64 * 1024

    /// Reads a preset from the text of its file; `file` is what errors call it.
    ///
    /// - Throws: ``PresetError`` at the first thing the format does not allow.
    package static func decode(_ text: String, file: String) throws(PresetError) -> Preset {
        guard text.utf8.count <= maximumFileSize else {
            throw PresetError(
                file: file,
                message: "The file is larger than 64 KiB, more than a preset can need; shorten it."
            )
        }
        let root = try compose(text, file: file)
        return try LookDecoder.isLook(root) ? LookDecoder.preset(root) : PresetDecoder.preset(root)
    }

    private static func compose(_ text: String, file: String) throws(PresetError) -> PresetNode {
        try YAMLBounds.check(text, file: file)
        do {
            guard let node = try Yams.compose(yaml: text) else {
                throw PresetError(
                    file: file,
                    line: 1,
                    column: 1,
                    message: "The file is empty; a preset starts with `version: 1`."
                )
            }
            return PresetNode(node: node, file: file)
        } catch let error as PresetError {
            throw error
        } catch let error as YamlError {
            throw PresetError(error, in: text, file: file)
        } catch {
            throw PresetError(
                file: file,
                line: 1,
                column: 1,
                message: "The file is not YAML: \(error)."
            )
        }
    }
}

extension PresetError {
    /// Turns what Yams found into a sentence at its place.
    init(_ error: YamlError, in text: String, file: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(
                file: file,
                line: mark.line,
                column: mark.column,
                message: "This is not YAML: \(problem.excerpt); compare with another preset's file."
            )
        case .duplicatedKeysInMapping(let keys, let context):
            self.init(
                file: file,
                line: context.mark.line,
                column: context.mark.column,
                message: "`\((keys.first ?? "key").excerpt)` is written twice; "
                    + "keep one of the two."
            )
        case .reader(let problem, let offset, _, _):
            let before = text.prefix(max(0, offset ?? 0))
            let lineStart = before.lastIndex(where: \.isNewline).map { before.index(after: $0) }
            self.init(
                file: file,
                line: before.count(where: \.isNewline) + 1,
                column: before[(lineStart ?? before.startIndex)...].count + 1,
                message: "The text cannot be read: \(problem.excerpt); save it as UTF-8."
            )
        default:
            self.init(file: file, line: 1, column: 1, message: "The file is not YAML.")
        }
    }
}
