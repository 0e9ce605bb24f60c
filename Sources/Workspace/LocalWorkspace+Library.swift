import Database
package import Editorial

extension LocalWorkspace {
    /// Returns a part of the media that a query finds, and how many it finds.
    ///
    /// Depth maps are left out: they belong to the picture they were made of.
    package func library(_ query: AssetQuery) throws(WorkspaceError) -> LibraryPage {
        let search = LibrarySearch(query)
        if search.hasWords { try indexWords() }
        return try reading { connection in
            let total =
                try connection.rows(search.counting, search.arguments)
                .first?.integer("n") ?? 0
            let rows = try connection.rows(
                search.reading(ofMany: total),
                search.arguments + [.integer(query.limit), .integer(query.offset)]
            )
            return LibraryPage(query: query, total: total, items: try rows.map(LibraryItem.init))
        }
    }

    /// Returns the ids of all that a query finds, at most a hundred thousand.
    package func libraryIDs(_ query: AssetQuery) throws(WorkspaceError) -> [Asset.ID] {
        let search = LibrarySearch(query)
        if search.hasWords { try indexWords() }
        return try reading { connection in
            try connection.rows(
                "SELECT asset FROM library_entry WHERE \(search.condition) LIMIT 100000",
                search.arguments
            ).compactMap { Asset.ID(try $0.text("asset")) }
        }
    }

    /// Returns every tag, the commonest first, at most two hundred.
    package func libraryTags() throws(WorkspaceError) -> [AssetTag] {
        try reading { connection in
            try connection.rows(
                """
                SELECT library_tag.tag, COUNT(*) AS n FROM library_tag
                JOIN library_entry ON library_entry.number = library_tag.entry
                WHERE deleted_at IS NULL GROUP BY library_tag.tag ORDER BY n DESC, tag LIMIT 200
                """
            ).map { AssetTag(name: try $0.text("tag"), count: try $0.integer("n")) }
        }
    }

    /// Puts tags on media and takes others off, all or nothing.
    package func tag(
        _ assets: [Asset.ID],
        adding added: [String],
        removing removed: [String]
    ) throws(WorkspaceError) {
        try writing { connection in
            for asset in assets {
                guard
                    let row = try connection.rows(
                        "SELECT number, name, tags, is_indexed FROM library_entry WHERE asset = $1",
                        [.text(asset.digest)]
                    ).first
                else { continue }
                let entry = SQLValue.integer(try row.integer("number"))
                for tag in added {
                    try connection.execute(
                        "INSERT INTO library_tag (tag, entry) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                        [.text(tag), entry]
                    )
                }
                for tag in removed {
                    try connection.execute(
                        "DELETE FROM library_tag WHERE tag = $1 AND entry = $2",
                        [.text(tag), entry]
                    )
                }
                let tags = try connection.rows(
                    "SELECT tag FROM library_tag WHERE entry = $1 ORDER BY tag",
                    [entry]
                ).map { try $0.text("tag") }
                if try row.flag("is_indexed") {
                    try connection.execute(
                        """
                        INSERT INTO library_text (library_text, rowid, name, tags)
                        VALUES ('delete', $1, $2, $3)
                        """,
                        [entry, .text(try row.text("name")), .text(try row.text("tags"))]
                    )
                }
                try connection.execute(
                    "UPDATE library_entry SET tags = $2, is_indexed = 0 WHERE number = $1",
                    [entry, .text(tags.joined(separator: " "))]
                )
            }
        }
    }

    /// Takes the words of media that came in since into the index, and those of
    /// what is shown no more out of it.
    private func indexWords() throws(WorkspaceError) {
        let new = "is_indexed = 0 AND \(Self.librarySeen)"
        let old = "is_indexed = 1 AND NOT (\(Self.librarySeen))"
        let isWhole = try reading { connection in
            try connection.rows(
                """
                SELECT 1 AS n WHERE EXISTS (SELECT 1 FROM library_entry WHERE \(new))
                    OR EXISTS (SELECT 1 FROM library_entry WHERE \(old))
                """
            ).isEmpty
        }
        if isWhole { return }
        try writing { connection in
            try connection.execute(
                """
                INSERT INTO library_text (library_text, rowid, name, tags)
                SELECT 'delete', number, name, tags FROM library_entry WHERE \(old)
                """
            )
            try connection.execute("UPDATE library_entry SET is_indexed = 0 WHERE \(old)")
            try connection.execute(
                """
                INSERT INTO library_text (rowid, name, tags)
                SELECT number, name, tags FROM library_entry WHERE \(new)
                """
            )
            try connection.execute("UPDATE library_entry SET is_indexed = 1 WHERE \(new)")
        }
    }

    /// Takes media out of the library at a time, or with nil puts them back.
    ///
    /// Their files stay, so that what uses them goes on to.
    package func removeFromLibrary(
        _ assets: [Asset.ID],
        at time: Timestamp?
    ) throws(WorkspaceError) {
        try writing { connection in
            for asset in assets {
                try connection.execute(
                    "UPDATE library_entry SET deleted_at = $2 WHERE asset = $1",
                    [.text(asset.digest), .integer(ifAny: time?.milliseconds)]
                )
            }
        }
    }

    /// Puts a medium at the head of the library again, as when it is brought
    /// in a second time.
    package func refreshInLibrary(
        _ asset: Asset.ID,
        at time: Timestamp
    ) throws(WorkspaceError) {
        try writing { connection in
            try connection.execute(
                "UPDATE library_entry SET deleted_at = NULL, added_at = $2 WHERE asset = $1",
                [.text(asset.digest), .integer(time.milliseconds)]
            )
        }
    }
}

extension LibraryItem {
    fileprivate init(_ row: SQLRow) throws {
        self.init(
            asset: try Asset(row),
            addedAt: Timestamp(milliseconds: try row.integer("added_at")),
            tags: try row.text("tags").split(separator: " ").map(String.init)
        )
    }
}

extension LocalWorkspace {
    /// Returns how many takes and shots use a medium, in all projects.
    package func uses(of asset: Asset.ID) throws(WorkspaceError) -> Int {
        try reading { connection in
            try connection.rows(
                """
                SELECT (SELECT COUNT(*) FROM take WHERE film = $1 OR picture = $1)
                    + (SELECT COUNT(*) FROM shot WHERE draft LIKE '%' || $1 || '%')
                    + (SELECT COUNT(*) FROM project_music WHERE music LIKE '%' || $1 || '%') AS n
                """,
                [.text(asset.digest)]
            ).first?.integer("n") ?? 0
        }
    }
}
