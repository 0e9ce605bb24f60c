/// Which media of the library are wanted, in which order, and which part of them.
package struct AssetQuery: Hashable, Sendable {
    package enum Order: String, CaseIterable, Hashable, Sendable {
        case newest, name, largest, kind

        /// The word a list shows for it.
        package var title: String {
            switch self {
            case .newest: "newest first"
            case .name: "by name"
            case .largest: "largest first"
            case .kind: "by kind"
            }
        }
    }

    /// Words that the name or the tags begin with; empty finds everything.
    package var text: String
    package var kind: Asset.Kind?
    package var tag: String?
    package var order: Order
    /// How many are passed over, and how many are read at most.
    package var offset: Int
    package var limit: Int

    package init(
        text: String = "",
        kind: Asset.Kind? = nil,
        tag: String? = nil,
        order: Order = .newest,
        offset: Int = 0,
        limit: Int = 200
    ) {
        self.text = text
        self.kind = kind
        self.tag = tag
        self.order = order
        self.offset = max(0, offset)
        self.limit = max(1, limit)
    }
}

/// A medium as the library lists it.
package struct LibraryItem: Hashable, Sendable, Identifiable {
    package let asset: Asset
    package let addedAt: Timestamp
    /// By name.
    package let tags: [String]

    package var id: Asset.ID { asset.id }

    package init(asset: Asset, addedAt: Timestamp, tags: [String] = []) {
        self.asset = asset
        self.addedAt = addedAt
        self.tags = tags
    }
}

/// A part of what a query found.
package struct LibraryPage: Hashable, Sendable {
    package let query: AssetQuery
    /// How many there are in all, those of other pages included.
    package let total: Int
    package let items: [LibraryItem]

    package init(query: AssetQuery, total: Int, items: [LibraryItem]) {
        self.query = query
        self.total = total
        self.items = items
    }
}

/// A word that media are found by, and on how many it is.
package struct AssetTag: Hashable, Sendable {
    package let name: String
    package let count: Int

    package init(name: String, count: Int) {
        self.name = name
        self.count = count
    }

    /// Returns a word as tags are kept: small letters, digits and dashes, at
    /// most 40 of them; nil when nothing is left of it.
    package static func name(from text: some StringProtocol) -> String? {
        let kept = text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        return kept.isEmpty ? nil : String(kept.prefix(40))
    }
}
