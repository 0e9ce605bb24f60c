import Database

extension LocalWorkspace {
    /// The film's music and its exports, and the library's own view of the
    /// media: when each came in, its tags, and the words it is found by.
    ///
    /// A trigger adds to it, so that whoever records an asset, a worker among
    /// them, need know nothing of it. Words are indexed by the first search
    /// after that: a trigger may not touch a virtual table here.
    static let libraryMigration = Migration(
        "library-1",
        [
            """
            CREATE TABLE project_music (
                project TEXT NOT NULL PRIMARY KEY REFERENCES project (id) ON DELETE CASCADE,
                music TEXT NOT NULL
            )
            """,
            // Which job writes the film of which project.
            """
            CREATE TABLE film_export (
                job TEXT NOT NULL PRIMARY KEY,
                project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                path TEXT NOT NULL,
                created_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX film_export_by_project ON film_export (project, created_at)",
            """
            CREATE TABLE library_entry (
                number INTEGER PRIMARY KEY,
                asset TEXT NOT NULL UNIQUE REFERENCES asset (id) ON DELETE CASCADE,
                kind TEXT NOT NULL,
                name TEXT NOT NULL,
                tags TEXT NOT NULL DEFAULT '',
                byte_count BIGINT NOT NULL,
                added_at BIGINT NOT NULL,
                deleted_at BIGINT,
                is_indexed BIGINT NOT NULL DEFAULT 0
            )
            """,
            "CREATE INDEX library_by_time ON library_entry (deleted_at, added_at, number)",
            "CREATE INDEX library_by_name ON library_entry (deleted_at, name COLLATE NOCASE, number)",
            "CREATE INDEX library_by_size ON library_entry (deleted_at, byte_count, number)",
            "CREATE INDEX library_by_kind ON library_entry (deleted_at, kind, added_at, number)",
            """
            CREATE TABLE library_tag (
                tag TEXT NOT NULL,
                entry BIGINT NOT NULL REFERENCES library_entry (number) ON DELETE CASCADE,
                PRIMARY KEY (tag, entry)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX library_tag_by_entry ON library_tag (entry)",
            "CREATE INDEX library_unindexed ON library_entry (number) WHERE is_indexed = 0",
            """
            CREATE VIRTUAL TABLE library_text USING fts5 (
                name, tags, content='library_entry', content_rowid='number', prefix='2 3'
            )
            """,
            """
            CREATE TRIGGER library_asset_added AFTER INSERT ON asset BEGIN
                INSERT INTO library_entry (asset, kind, name, byte_count, added_at)
                VALUES (new.id, new.kind, new.name, new.byte_count,
                    CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER));
            END
            """,
            """
            INSERT INTO library_entry (asset, kind, name, byte_count, added_at)
            SELECT id, kind, name, byte_count,
                CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)
            FROM asset
            """,
        ]
    )

    /// What is not shown is known by a flag, and what is shown has indexes and
    /// words of its own: a hundred thousand media are counted and read as fast
    /// as somebody types.
    ///
    /// A depth map belongs to its picture, and what goes along with a take's
    /// film to that film. Words of what is shown no more leave the index with
    /// the next search, as a trigger may not touch it.
    static let librarySeenMigration = Migration(
        "library-2",
        [
            "ALTER TABLE library_entry ADD COLUMN is_hidden BIGINT NOT NULL DEFAULT 0",
            hidingCompanions,
            "DROP TRIGGER library_asset_added",
            """
            CREATE TRIGGER library_asset_added AFTER INSERT ON asset BEGIN
                INSERT INTO library_entry (asset, kind, name, byte_count, added_at, is_hidden)
                VALUES (new.id, new.kind, new.name, new.byte_count,
                    CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER),
                    new.kind = 'depth');
            END
            """,
            """
            CREATE TRIGGER library_take_added AFTER INSERT ON take BEGIN
                UPDATE library_entry SET is_hidden = 1 WHERE asset IN (new.thumbnail, new.proxy);
            END
            """,
            """
            CREATE TRIGGER library_take_changed AFTER UPDATE OF thumbnail, proxy ON take BEGIN
                UPDATE library_entry SET is_hidden = 1 WHERE asset IN (new.thumbnail, new.proxy);
            END
            """,
        ]
            + ["by_time", "by_name", "by_size", "by_kind", "unindexed"].map {
                "DROP INDEX library_\($0)"
            }
            + [
                ("by_time", "added_at, number"), ("by_name", "name COLLATE NOCASE, number"),
                ("by_size", "byte_count, number"), ("by_kind", "kind, added_at DESC, number DESC"),
            ].map { name, columns in
                "CREATE INDEX library_\(name) ON library_entry (\(columns)) WHERE \(librarySeen)"
            } + [
                """
                CREATE INDEX library_unindexed ON library_entry (number)
                WHERE is_indexed = 0 AND \(librarySeen)
                """,
                """
                CREATE INDEX library_misindexed ON library_entry (number)
                WHERE is_indexed = 1 AND NOT (\(librarySeen))
                """,
            ]
    )

    /// What the library shows; word for word what its indexes hold.
    static let librarySeen = "deleted_at IS NULL AND is_hidden = 0"

    static let hidingCompanions = """
        UPDATE library_entry SET is_hidden = 1 WHERE kind = 'depth'
            OR asset IN (SELECT thumbnail FROM take) OR asset IN (SELECT proxy FROM take)
        """
}
