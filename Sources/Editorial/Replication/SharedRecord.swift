/// A thing that several machines write: named fields, each with its stamp.
///
/// Merging is the least upper bound field by field, so it is commutative,
/// associative and idempotent: whatever order, number and grouping messages
/// arrive in, everybody ends with the same record. Fields that a version does
/// not know are kept as they are.
package struct SharedRecord: Hashable, Sendable, Codable {
    /// Which thing it is.
    package struct Key: Hashable, Sendable, Codable, Comparable {
        /// Such as `shot`.
        package var kind: String
        package var id: String

        package init(kind: String, id: String) {
            self.kind = kind
            self.id = id
        }

        package static func < (left: Key, right: Key) -> Bool {
            (left.kind, left.id) < (right.kind, right.id)
        }

        /// Whether both are short words of small letters, digits, `.`, `_` and `-`.
        package var isSound: Bool {
            [kind, id].allSatisfy { SharedRecord.isWord($0) }
        }
    }

    package var key: Key
    package var fields: [String: StampedValue]

    package init(key: Key, fields: [String: StampedValue] = [:]) {
        self.key = key
        self.fields = fields
    }

    /// The field that says whether the thing was taken away; it may come back,
    /// with all that was written to it meanwhile.
    package static let removal = "removed"
    package static let yes = "true"
    package static let no = "false"

    package var isRemoved: Bool { fields[Self.removal]?.value == Self.yes }

    /// The latest writing of any field.
    package var latest: HybridStamp? { fields.values.map(\.stamp).max() }

    /// Takes over every field that the other has written later.
    ///
    /// - Precondition: Both are of the same key.
    /// - Returns: The names of the fields that changed.
    @discardableResult
    package mutating func merge(_ other: SharedRecord) -> [String] {
        precondition(key == other.key, "Only what is of one thing is merged.")
        var changed: [String] = []
        for (name, theirs) in other.fields {
            guard fields[name].map({ $0.isOverridden(by: theirs) }) ?? true else { continue }
            fields[name] = theirs
            changed.append(name)
        }
        return changed
    }

    /// Whether a word is short and of small letters, digits, `.`, `_` and `-` alone, capitals
    /// counting as small.
    package static func isWord(_ word: String) -> Bool {
        (1...80).contains(word.utf8.count)
            && word.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                    UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
