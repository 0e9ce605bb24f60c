package import Editorial

/// What the screen of the library remembers.
package struct LibraryBrowser: Hashable, Sendable {
    /// Bringing files in.
    package struct Import: Hashable, Sendable {
        package var done: Int
        package var total: Int

        package init(done: Int, total: Int) {
            self.done = done
            self.total = total
        }
    }

    package var search = TextField()
    package var kind: Asset.Kind?
    package var tag: String?
    package var order = AssetQuery.Order.newest
    /// What is in sight and around it; nil until it was read.
    package var page: LibraryPage?
    package var tags: [AssetTag] = []
    /// The place of the cursor among all that was found.
    package var cursor = 0
    package var marked: Set<Asset.ID> = []
    /// What is known of the medium under the cursor.
    package var facts: AssetFacts?
    package var running: Import?
    /// What was taken out last, to be put back.
    var lastRemoved: [Asset.ID] = []
    /// What was asked for last; an answer to anything older is passed over.
    var asked: AssetQuery?

    /// How many rows are read at a time: more than a grid can have in sight.
    static let pageSize = 800

    /// What is found, whichever page of it is read.
    var query: AssetQuery {
        AssetQuery(text: search.text, kind: kind, tag: tag, order: order, limit: Self.pageSize)
    }

    /// How many were found.
    package var total: Int { page?.total ?? 0 }

    /// Returns the medium at a place; nil where it is not read yet.
    package subscript(place: Int) -> LibraryItem? {
        guard let page else { return nil }
        let index = place - page.query.offset
        return page.items.indices.contains(index) ? page.items[index] : nil
    }

    package var current: LibraryItem? { self[cursor] }
}

/// What a medium is, as its file says.
package struct AssetFacts: Hashable, Sendable {
    package let asset: Asset.ID
    /// Of a film.
    package var frameCount: Int
    package var frameRate: FrameRate
    package var seconds: Double?
    package var codec: String
    package var hasSound: Bool
    /// Of a sound: how loud it is, from its beginning to its end, 0…1.
    package var peaks: [Float]
    /// How many takes and shots use it.
    package var uses: Int

    package init(
        asset: Asset.ID,
        frameCount: Int = 1,
        frameRate: FrameRate = FrameRate(24),
        seconds: Double? = nil,
        codec: String = "",
        hasSound: Bool = false,
        peaks: [Float] = [],
        uses: Int = 0
    ) {
        self.asset = asset
        self.frameCount = frameCount
        self.frameRate = frameRate
        self.seconds = seconds
        self.codec = codec
        self.hasSound = hasSound
        self.peaks = peaks
        self.uses = uses
    }
}

extension Asset.Kind {
    /// The word a person reads.
    package var title: String {
        switch self {
        case .image: "picture"
        case .video: "film"
        case .sound: "sound"
        case .depth: "depth"
        }
    }

    /// The word for several of them.
    package var plural: String { self == .depth ? title : title + "s" }
}
