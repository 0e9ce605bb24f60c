/// The shape of a value, as JSON Schema 2020-12 says it.
package indirect enum JSONShape: Hashable, Sendable {
    case text(limit: Int? = nil)
    /// One of these words.
    case word([String])
    case integer
    /// Whole or not.
    case number
    case integerFrom(Int)
    /// A file's, as they are.
    case bytes
    case flag
    case list(JSONShape, limit: Int? = nil)
    /// Any names, each with a value of one shape.
    case map(JSONShape)
    /// A shape of the table, by its name.
    case named(String)
    case object([Field])

    /// One name of an object.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let shape: JSONShape
        package let isRequired: Bool

        init(_ name: String, _ shape: JSONShape, isRequired: Bool = true) {
            self.name = name
            self.shape = shape
            self.isRequired = isRequired
        }
    }

    var tree: JSONTree {
        switch self {
        case .text(let limit):
            .object(["type": "string"].adding("maxLength", limit.map(JSONTree.integer)))
        case .word(let words): ["type": "string", "enum": .list(words.map(JSONTree.text))]
        case .integer: ["type": "integer"]
        case .number: ["type": "number"]
        case .integerFrom(let least): ["type": "integer", "minimum": .integer(least)]
        case .bytes: ["type": "string", "format": "binary"]
        case .flag: ["type": "boolean"]
        case .list(let shape, let limit):
            .object(
                ["type": "array", "items": shape.tree]
                    .adding("maxItems", limit.map(JSONTree.integer))
            )
        case .map(let shape): ["type": "object", "additionalProperties": shape.tree]
        case .named(let name): ["$ref": .text("#/components/schemas/\(name)")]
        case .object(let fields):
            [
                "type": "object",
                "properties": .object(
                    Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.shape.tree) })
                ),
                "required": .list(fields.filter(\.isRequired).map { .text($0.name) }),
            ]
        }
    }
}

extension [String: JSONTree] {
    fileprivate func adding(_ name: String, _ value: JSONTree?) -> [String: JSONTree] {
        var all = self
        all[name] = value
        return all
    }
}
