import Yams

/// A place in a preset file; every value read from it, or the error it earns,
/// knows its line.
struct PresetNode {
    let node: Node
    let file: String

    func error(_ message: String) -> PresetError {
        PresetError(
            file: file,
            line: node.mark?.line ?? 1,
            column: node.mark?.column ?? 1,
            message: message
        )
    }

    /// Returns the values by key.
    ///
    /// - Throws: When this is not a mapping, or a key is not among `allowed`.
    func mapping(_ what: String, allowed: [String]) throws(PresetError) -> [String: PresetNode] {
        guard case .mapping(let mapping) = node else {
            throw error(
                "\(what) is a list of keys with values, such as `\(allowed.first ?? "key"): …`."
            )
        }
        var values: [String: PresetNode] = [:]
        for (key, value) in mapping {
            let place = PresetNode(node: key, file: file)
            guard case .scalar(let scalar) = key, allowed.contains(scalar.string) else {
                throw place.unknownKey(of: what, allowed: allowed)
            }
            values[scalar.string] = PresetNode(node: value, file: file)
        }
        return values
    }

    private func unknownKey(of what: String, allowed: [String]) -> PresetError {
        let name = word.map { "`\($0.excerpt)`" } ?? "This"
        let meant = word?.likeliest(of: allowed).map { ", perhaps `\($0)`" } ?? ""
        return error("\(name) is not a key of \(what)\(meant); allowed are \(allowed.spelledOut).")
    }

    /// Returns keys and values of which a file's writer chooses the keys, as they are written.
    func entries(_ what: String, limit: Int, example: String) throws(PresetError)
        -> [(key: PresetNode, value: PresetNode)]
    {
        guard case .mapping(let mapping) = node else {
            throw error("\(what) is a list of keys with values, such as \(example).")
        }
        guard mapping.count <= limit else {
            throw error("\(what) has \(mapping.count) keys; \(limit) are allowed.")
        }
        return mapping.map { (PresetNode(node: $0, file: file), PresetNode(node: $1, file: file)) }
    }

    /// Returns the elements of a list.
    func list(_ what: String, count: ClosedRange<Int>, example: String) throws(PresetError)
        -> [PresetNode]
    {
        guard case .sequence(let sequence) = node else {
            throw error("\(what) is a list, such as \(example).")
        }
        guard count.contains(sequence.count) else {
            throw error(
                "\(what) has \(sequence.count) elements; "
                    + "\(count.spelledOut) are allowed, such as \(example)."
            )
        }
        return sequence.map { PresetNode(node: $0, file: file) }
    }

    /// Returns a text of at least one visible character.
    func text(_ what: String, limit: Int) throws(PresetError) -> String {
        guard case .scalar(let scalar) = node else { throw error("\(what) is a text.") }
        let text = scalar.string
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw error("\(what) is empty; write a text.")
        }
        guard text.unicodeScalars.count <= limit else {
            throw error("\(what) is longer than \(limit) characters; shorten it.")
        }
        guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw error(
                "\(what) holds a line break or control character; only plain text is allowed."
            )
        }
        return text
    }

    func number(_ what: String, in range: ClosedRange<Double>, unit: String = "")
        throws(PresetError) -> Double
    {
        let allowed = "\(range.spelledOut)\(unit.isEmpty ? "" : " (\(unit))")"
        guard case .scalar(let scalar) = node, scalar.style == .plain,
            let number = Double(scalar.string), number.isFinite
        else { throw error("\(what) is a number from \(allowed).") }
        guard range.contains(number) else {
            throw error("\(what) is \(scalar.string.excerpt); allowed is \(allowed).")
        }
        return number
    }

    var isList: Bool { node.sequence != nil }

    var isMapping: Bool { node.mapping != nil }

    /// The text of a scalar as it stands; nil for lists and mappings.
    var word: String? { node.scalar?.string }

    func flag(_ what: String) throws(PresetError) -> Bool {
        switch word {
        case "true": true
        case "false": false
        default: throw error("\(what) is `true` or `false`.")
        }
    }
}

extension [String] {
    /// `a, b and c`.
    var spelledOut: String {
        guard count > 1, let last else { return first ?? "none" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}

extension String {
    /// Short enough, and plain enough, to be shown in an error.
    var excerpt: String {
        let visible = unicodeScalars.prefix(40).map {
            $0.properties.generalCategory == .control ? "·" : String($0)
        }
        return visible.joined() + (unicodeScalars.count > 40 ? "…" : "")
    }
}

extension ClosedRange<Double> {
    fileprivate var spelledOut: String { "\(lowerBound.short) to \(upperBound.short)" }
}

extension ClosedRange<Int> {
    fileprivate var spelledOut: String {
        lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
    }
}

extension Double {
    fileprivate var short: String {
        rounded() == self && abs(self) < 1e9 ? String(Int(self)) : String(self)
    }
}
