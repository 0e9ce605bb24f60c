package import Editorial
import Foundation

/// A field that was written here and elsewhere before either knew of the other.
///
/// Both values are kept: one stands, the other is in the project's history.
package struct SharingConflict: Hashable, Sendable {
    package var key: SharedRecord.Key
    package var field: String
    /// JSON.
    package var mine: String
    /// JSON.
    package var theirs: String
    /// Whether what was written here stands, because it was written later.
    package var isMine: Bool
    /// What the record is, as a person would say it.
    package var place = ""

    package init(
        key: SharedRecord.Key,
        field: String,
        mine: String,
        theirs: String,
        isMine: Bool
    ) {
        self.key = key
        self.field = field
        self.mine = mine
        self.theirs = theirs
        self.isMine = isMine
    }

    /// The field in words, such as `negative prompt`.
    package var title: String {
        switch field {
        case SharedKind.cut: return "place in the film"
        case SharedKind.selectedTake: return "selected take"
        case SharedKind.text: return "text"
        default: break
        }
        let name =
            field.hasPrefix(SharedKind.draft)
            ? field.dropFirst(SharedKind.draft.count) : field[...]
        return name.map { $0.isUppercase ? " \($0.lowercased())" : "\($0)" }.joined()
    }

    /// A value as a person reads it: a text without its quotes, all else as it is written.
    package static func shown(_ value: String) -> String {
        let plain = try? JSONDecoder().decode(String.self, from: Data(value.utf8))
        let text = plain ?? (value == "null" ? "none" : value)
        return String(text.prefix(2000))
    }

    /// Whether somebody would want to choose between two values of the field:
    /// not where it is only about order, or about being there.
    static func isTold(_ field: String, of kind: String) -> Bool {
        switch kind {
        case SharedKind.project: field == SharedKind.name || field == SharedKind.music
        case SharedKind.shot:
            field.hasPrefix(SharedKind.draft)
                || [SharedKind.name, SharedKind.cut, SharedKind.selectedTake].contains(field)
        default: field == SharedKind.text
        }
    }
}
