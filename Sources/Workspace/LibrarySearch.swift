import Database
import Editorial

/// A query of the library as SQL.
///
/// Few that are found are looked up and sorted; of many the first are met by
/// going through all media in their order. Each way is a hundred times slower
/// where it does not belong, and SQLite cannot know which is which.
struct LibrarySearch {
    /// On `library_entry`.
    private(set) var condition = LocalWorkspace.librarySeen
    private(set) var arguments: [SQLValue] = []
    private let query: AssetQuery
    /// Where the words are among the arguments, counted from 1.
    private var words: Int?
    private var tag: Int?

    /// The most that are sorted.
    private static let few = 1500

    init(_ query: AssetQuery) {
        self.query = query
        if let kind = query.kind {
            arguments.append(.text(kind.rawValue))
            condition += " AND library_entry.kind = $\(arguments.count)"
        }
        if let tag = query.tag {
            arguments.append(.text(tag))
            self.tag = arguments.count
            condition +=
                " AND number IN (SELECT entry FROM library_tag WHERE tag = $\(arguments.count))"
        }
        if let pattern = Self.pattern(query.text) {
            arguments.append(.text(pattern))
            words = arguments.count
            condition +=
                " AND number IN (SELECT rowid FROM library_text WHERE library_text MATCH $\(arguments.count))"
        }
    }

    /// Whether the index of words is asked.
    var hasWords: Bool { words != nil }

    /// Gives how many are found, as `n`.
    var counting: String {
        let count = "SELECT COUNT(*) AS n FROM"
        switch (words, tag, query.kind) {
        // The index has the words of what is shown and of nothing else.
        case (let words?, nil, nil):
            return "\(count) library_text WHERE library_text MATCH $\(words)"
        case (nil, nil, let kind):
            let index = kind == nil ? "library_by_time" : "library_by_kind"
            return "\(count) library_entry INDEXED BY \(index) WHERE \(condition)"
        default: return "\(count) library_entry WHERE \(condition)"
        }
    }

    /// Gives a part of what is found; its length and its place are two more arguments.
    func reading(ofMany count: Int) -> String {
        """
        SELECT medium.*, library_entry.added_at, library_entry.tags
        FROM (
            SELECT library_entry.number AS place FROM \(source(ofMany: count))
            WHERE \(condition) ORDER BY \(order)
            LIMIT $\(arguments.count + 1) OFFSET $\(arguments.count + 2)
        )
        CROSS JOIN library_entry ON library_entry.number = place
        CROSS JOIN asset AS medium ON medium.id = library_entry.asset
        ORDER BY \(order)
        """
    }

    private func source(ofMany count: Int) -> String {
        // By their numbers then, which the words or the tag give.
        if count <= Self.few, words != nil || tag != nil { return "library_entry NOT INDEXED" }
        let index =
            switch query.order {
            case .newest: query.kind == nil ? "library_by_time" : "library_by_kind"
            case .name: "library_by_name"
            case .largest: "library_by_size"
            case .kind: "library_by_kind"
            }
        return "library_entry INDEXED BY \(index)"
    }

    private var order: String {
        let newest = "library_entry.added_at DESC, library_entry.number DESC"
        return switch query.order {
        case .newest: newest
        case .name: "library_entry.name COLLATE NOCASE, library_entry.number"
        case .largest: "library_entry.byte_count DESC, library_entry.number DESC"
        case .kind: "library_entry.kind, \(newest)"
        }
    }

    /// Every word is to be the beginning of one; quoted, so that nothing in
    /// it is an operator.
    private static func pattern(_ text: String) -> String? {
        let words = text.split { !$0.isLetter && !$0.isNumber }.prefix(16)
        return words.isEmpty ? nil : words.map { "\"\($0)\"*" }.joined(separator: " ")
    }
}
