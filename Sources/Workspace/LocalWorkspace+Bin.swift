import Database
import Editorial

extension LocalWorkspace {
    /// Milliseconds for which what was removed from the library can be had back.
    static let binAge = 30 * 86_400_000

    /// Forgets media that were removed from the library long ago and that
    /// nothing uses; their files go with the next sweep, and the service lets go of them.
    ///
    /// What a take was made from or has come to, what a shot names, also in an
    /// edit that can be undone, and what work is waiting for stays: that names
    /// some by their path, where the first two digits stand apart. `now` is in
    /// milliseconds since 1970.
    func emptyBin(now: Int) throws(WorkspaceError) {
        try writing { connection in
            let entries = try connection.rows(
                """
                SELECT number, asset.id, library_entry.name, tags, is_indexed
                FROM library_entry JOIN asset ON asset.id = library_entry.asset
                WHERE deleted_at IS NOT NULL AND deleted_at < $1
                    AND NOT EXISTS (
                        SELECT 1 FROM take WHERE asset.id IN (picture, film, thumbnail, proxy)
                            OR instr(draft, asset.id) > 0
                    )
                    AND NOT EXISTS (SELECT 1 FROM shot WHERE instr(draft, asset.id) > 0)
                    AND NOT EXISTS (SELECT 1 FROM edit WHERE instr(edit, asset.id) > 0)
                    AND NOT EXISTS (SELECT 1 FROM project_music WHERE instr(music, asset.id) > 0)
                    AND NOT EXISTS (
                        SELECT 1 FROM job
                        WHERE state NOT IN ('completed', 'failed', 'cancelled')
                            AND instr(payload, substr(asset.id, 3)) > 0
                    )
                LIMIT 200
                """,
                [.integer(now - Self.binAge)]
            )
            for entry in entries {
                // The index has no words of its own; it must be told which they were.
                if try entry.flag("is_indexed") {
                    try connection.execute(
                        """
                        INSERT INTO library_text (library_text, rowid, name, tags)
                        VALUES ('delete', $1, $2, $3)
                        """,
                        [
                            .integer(try entry.integer("number")), .text(try entry.text("name")),
                            .text(try entry.text("tags")),
                        ]
                    )
                }
                let id = try entry.text("id")
                try connection.execute("DELETE FROM asset WHERE id = $1", [.text(id)])
                if let id = Asset.ID(id) { try noteRelease(id, on: connection) }
            }
        }
    }
}
