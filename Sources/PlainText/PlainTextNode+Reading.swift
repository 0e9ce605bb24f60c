import Foundation
import Yams

extension PlainTextNode {
    /// The most bytes a file may have, unless it is said otherwise.
    package static let sizeLimit = 64 * 1024

    /// Reads the text of a file.
    ///
    /// - Parameters:
    ///   - text: YAML.
    ///   - file: What errors call the file.
    ///   - what: What the file is, with its article, such as `a theme`.
    ///   - limit: The most bytes of UTF-8 it may have.
    /// - Throws: For what is not YAML, empty, too long, or could grow without
    ///   bound while it is read.
    package init(
        _ text: String,
        file: String,
        of what: String,
        limit: Int = sizeLimit
    ) throws(PlainTextError) {
        guard text.utf8.count <= limit else {
            throw PlainTextError(
                file: file,
                message: "The file is larger than \(limit / 1024) KiB, more than \(what) can "
                    + "need; shorten it."
            )
        }
        try YAMLBounds.check(text, file: file)
        let composed: Node?
        do {
            // What a scalar is is asked where it is used; guessing all of them by regular
            // expressions takes a third of the reading.
            // The encoding is said because Yams would look for it in the environment, once a file.
            composed = try Yams.compose(yaml: text, .basic, .default, .utf8)
        } catch {
            throw PlainTextError(error, in: text, file: file)
        }
        guard let composed else {
            throw PlainTextError(file: file, message: "The file is empty; write \(what) there.")
        }
        self.init(node: composed, file: file)
    }

    /// Reads a file of UTF-8 text, which errors call by its name, or by its
    /// path where there is none.
    package init(
        path: String,
        name: String? = nil,
        of what: String,
        limit: Int = sizeLimit
    ) throws(PlainTextError) {
        let name = name ?? path
        // What cannot be opened and what cannot be read differ in nothing that helps.
        guard let file = FileHandle(forReadingAtPath: path),
            let data = try? file.read(upToCount: limit + 1) ?? Data()
        else {
            throw PlainTextError(
                file: name,
                message: "The file cannot be read; check that it is there and who may open it."
            )
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw PlainTextError(
                file: name,
                message: "The file is not UTF-8 text; save it as UTF-8."
            )
        }
        try self.init(text, file: name, of: what, limit: limit)
    }
}

extension PlainTextError {
    /// Turns what Yams found into a sentence at its place.
    fileprivate init(_ error: any Error, in text: String, file: String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(
                file: file,
                line: mark.line,
                column: mark.column,
                message: "This is not YAML: \(problem.excerpt)."
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
            self.init(file: file, message: "The file is not YAML that can be read.")
        }
    }
}
