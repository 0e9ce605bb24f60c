import Foundation
import Terminal
import Yams

extension Theme {
    /// The most bytes a theme's file may hold.
    private static let sizeLimit = 64 * 1024

    /// Reads a theme by its name, such as `light`, from a directory of themes.
    ///
    /// - Throws: ``ThemeError`` that names the file and, where there is one, the line.
    package static func load(
        directory: String,
        name: String
    ) throws(ThemeError) -> Theme {
        let file = "\(name).yaml"
        let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        guard isPlain, !name.isEmpty else {
            throw ThemeError(
                file: file,
                message: "A theme's name is letters, digits and hyphens, such as high-contrast."
            )
        }
        guard let bytes = FileManager.default.contents(atPath: "\(directory)/\(file)") else {
            throw ThemeError(
                file: file,
                message: "There is no such theme in \(directory); name one that is there."
            )
        }
        guard bytes.count <= sizeLimit, let text = String(bytes: bytes, encoding: .utf8) else {
            throw ThemeError(file: file, message: "A theme is UTF-8 text of at most 64 KB.")
        }
        return try Theme(yaml: text, file: file)
    }

    /// Reads a theme from YAML: `name`, and `colours` by role as `#rrggbb`.
    ///
    /// The file's name is what errors give.
    ///
    /// - Throws: ``ThemeError`` for what is not YAML, not a colour, unknown,
    ///   given twice, or missing.
    package init(yaml: String, file: String) throws(ThemeError) {
        let source = ThemeSource(file: file)
        let fields = try source.fields(of: try source.compose(yaml), called: "A theme")
        var name: String?
        var colours: [Role: Colour]?
        for (key, value) in fields {
            switch key.string {
            case "name": name = try source.scalar(value, of: "name").string
            case "colours": colours = try source.colours(value)
            default:
                throw source.error(
                    key,
                    "A theme has no “\(key.string)”; write name or colours."
                )
            }
        }
        guard let name, let colours else {
            throw ThemeError(file: file, message: "A theme needs both name and colours.")
        }
        self.init(name: name, colours: colours)
    }
}

/// Reads the nodes of one theme's file, and puts its places into errors.
private struct ThemeSource {
    let file: String

    func compose(_ yaml: String) throws(ThemeError) -> Node {
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch {
            throw syntax(error)
        }
        guard let node else {
            throw ThemeError(
                file: file,
                message: "The file is empty; a theme has name and colours."
            )
        }
        return node
    }

    func fields(
        of node: Node,
        called what: String
    ) throws(ThemeError) -> [(key: Node.Scalar, value: Node)] {
        guard let mapping = node.mapping else {
            throw error(node, "\(what) is written as “key: value” lines.")
        }
        var fields: [(key: Node.Scalar, value: Node)] = []
        for (key, value) in mapping {
            guard let scalar = key.scalar else {
                throw error(key, "\(what) has plain words as keys.")
            }
            fields.append((scalar, value))
        }
        return fields
    }

    func scalar(_ node: Node, of key: String) throws(ThemeError) -> Node.Scalar {
        guard let scalar = node.scalar else {
            throw error(node, "“\(key)” is one word or line.")
        }
        return scalar
    }

    func colours(_ node: Node) throws(ThemeError) -> [Theme.Role: Colour] {
        var colours: [Theme.Role: Colour] = [:]
        for (key, value) in try fields(of: node, called: "colours") {
            guard let role = Theme.Role(rawValue: key.string) else {
                let known = Theme.Role.allCases.map(\.rawValue).joined(separator: ", ")
                throw error(key, "“\(key.string)” is no colour of a theme; there are \(known).")
            }
            let spelling = try scalar(value, of: key.string).string
            guard let colour = Colour(hex: spelling) else {
                throw error(value, "“\(spelling)” is not a colour; write it as \"#f2b84b\".")
            }
            colours[role] = colour
        }
        let missing = Theme.Role.allCases.filter { colours[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty else {
            throw error(node, "The theme lacks \(missing.joined(separator: ", ")); add them.")
        }
        return colours
    }

    func error(_ node: Node, _ message: String) -> ThemeError {
        at(node.mark, message)
    }

    func error(_ scalar: Node.Scalar, _ message: String) -> ThemeError {
        at(scalar.mark, message)
    }

    private func at(_ mark: Mark?, _ message: String) -> ThemeError {
        ThemeError(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0, message: message)
    }

    /// What Yams found wrong, at the place where it found it.
    private func syntax(_ error: any Error) -> ThemeError {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            at(mark, "This is not YAML: \(problem).")
        case .duplicatedKeysInMapping(let keys, let context):
            at(context.mark, "“\(keys.map { "\($0)" }.joined())” is written twice; keep one.")
        default:
            ThemeError(file: file, message: "This is not YAML that can be read: \(error).")
        }
    }
}
