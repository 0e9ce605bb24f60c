/// The identity of an `Owner`, which no other kind of thing can be mistaken for.
package struct Identifier<Owner>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let value: UUIDv7

    package init(_ value: UUIDv7) { self.value = value }

    package init?(_ text: String) {
        guard let value = UUIDv7(text) else { return nil }
        self.value = value
    }

    package var description: String { value.description }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = UUIDv7(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "“\(text)” is not an identifier."
            )
        }
        self.value = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
