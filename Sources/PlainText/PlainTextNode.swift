import Yams

/// A value in a file that people edit; it and the error it earns know their place.
package struct PlainTextNode {
    let node: Node
    /// The file's name, as errors give it.
    package let file: String

    /// A key with its value, in the order of the file.
    package struct Field {
        package let name: String
        /// The key itself, for errors about it.
        package let key: PlainTextNode
        package let value: PlainTextNode
    }

    /// Returns an error at this place.
    package func error(_ message: String) -> PlainTextError {
        PlainTextError(file: file, line: line, column: column, message: message)
    }

    /// Counted from 1.
    package var line: Int { node.mark?.line ?? 1 }
    package var column: Int { node.mark?.column ?? 1 }

    /// Whether the value is a text, number or flag rather than a list or mapping.
    package var isScalar: Bool { node.scalar != nil }
    package var isList: Bool { node.sequence != nil }
    package var isMapping: Bool { node.mapping != nil }

    /// Returns the keys with their values, in the order of the file.
    ///
    /// - Parameters:
    ///   - what: What the mapping is, such as `a theme`, for errors.
    ///   - allowed: The keys there may be; nil for any.
    /// - Returns: One field a key; none is there twice.
    /// - Throws: When this is no mapping, or a key is not allowed; the message
    ///   suggests the allowed key that is spelled nearest.
    package func fields(
        of what: String,
        allowed: [String]? = nil
    ) throws(PlainTextError) -> [Field] {
        guard case .mapping(let mapping) = node else {
            let example = allowed?.first ?? "key"
            throw error("\(what.capitalisedFirst) is keys with values, such as `\(example): …`.")
        }
        var fields: [Field] = []
        for (key, value) in mapping {
            let place = PlainTextNode(node: key, file: file)
            guard case .scalar(let scalar) = key else {
                throw place.error("A key of \(what) is one word.")
            }
            if let allowed, !allowed.contains(scalar.string) {
                throw place.unknown(scalar.string, "a key of \(what)", among: allowed)
            }
            let value = PlainTextNode(node: value, file: file)
            fields.append(Field(name: scalar.string, key: place, value: value))
        }
        return fields
    }

    /// Returns the values by key.
    ///
    /// - Throws: As ``fields(of:allowed:)`` does.
    package func mapping(
        _ what: String,
        allowed: [String]
    ) throws(PlainTextError) -> [String: PlainTextNode] {
        var values: [String: PlainTextNode] = [:]
        for field in try fields(of: what, allowed: allowed) { values[field.name] = field.value }
        return values
    }

    /// Returns the elements of a list.
    package func list(
        _ what: String,
        count: ClosedRange<Int>,
        example: String
    ) throws(PlainTextError) -> [PlainTextNode] {
        guard case .sequence(let sequence) = node else {
            throw error("\(what.capitalisedFirst) is a list, such as \(example).")
        }
        guard count.contains(sequence.count) else {
            throw error(
                "\(what.capitalisedFirst) has \(sequence.count) elements; "
                    + "\(count.spelledOut) are allowed, such as \(example)."
            )
        }
        return sequence.map { PlainTextNode(node: $0, file: file) }
    }

    /// Returns an error about a word that is none of those there are, with the
    /// one that is spelled nearest; `what` is what it is not, such as `a colour`.
    package func unknown(
        _ word: String,
        _ what: String,
        among known: [String]
    ) -> PlainTextError {
        let told = "`\(word.excerpt)` is not \(what)"
        if let near = word.nearest(among: known) {
            return error("\(told); did you mean `\(near)`?")
        }
        return error("\(told); there are \(known.spelledOut).")
    }
}

extension ClosedRange<Int> {
    fileprivate var spelledOut: String {
        lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
    }
}

extension String {
    /// With a capital at its start, for the start of a sentence.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
