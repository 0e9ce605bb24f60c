package import Editorial

/// A popup with media of the library to choose from, as one types.
package struct AssetPicker: Hashable, Sendable {
    package enum Row: Hashable, Sendable {
        case asset(LibraryItem)
        /// A file that is to be brought in first.
        case file(path: String)
    }

    package let use: MediaUse
    /// The shot it was opened for.
    let shot: Shot.ID
    package var field = TextField()
    package var selection = 0
    /// What was found; nil until it was read.
    package var page: LibraryPage?
    /// What is known of the medium under the cursor.
    package var facts: AssetFacts?

    init(_ use: MediaUse, for shot: Shot.ID) {
        self.use = use
        self.shot = shot
    }

    /// How many media are read; more than anybody goes through, as typing finds the rest.
    private static let limit = 200

    var query: AssetQuery {
        AssetQuery(text: isPath ? "" : field.text, kind: use.kind, limit: Self.limit)
    }

    /// What can be chosen; a text that is no name of anything here may be a file's.
    package var rows: [Row] {
        let path = field.text.trimmed.unquoted
        if isPath { return [.file(path: path)] }
        let found = (page?.items ?? []).map { Row.asset($0) }
        return found.isEmpty && page != nil && !path.isEmpty ? [.file(path: path)] : found
    }

    /// The medium under the cursor.
    package var current: LibraryItem? {
        let rows = rows
        guard rows.indices.contains(selection), case .asset(let item) = rows[selection] else {
            return nil
        }
        return item
    }

    private var isPath: Bool {
        let text = field.text.trimmed
        return text.contains("/") || text.hasPrefix("~")
    }
}
