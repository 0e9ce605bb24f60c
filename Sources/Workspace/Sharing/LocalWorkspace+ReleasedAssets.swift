import Database
package import Editorial

// Files that have left the library for good, of which the service is to be told.
extension LocalWorkspace {
    static let releasedAssetsMigration = Migration(
        "workspace-released-assets",
        ["ALTER TABLE shared_asset ADD COLUMN is_released BIGINT NOT NULL DEFAULT 0"]
    )

    /// Notes that a file is nothing to anybody here any more; what a record
    /// names that is there still is kept for whoever has it.
    func noteRelease(_ id: Asset.ID, on connection: any SQLConnection) throws {
        guard try isSharing(on: connection) else { return }
        let named = try connection.rows(
            """
            SELECT 1 AS found FROM shared_field AS named
            WHERE kind <> $1 AND instr(value, $2) > 0 AND NOT EXISTS (
                SELECT 1 FROM shared_field AS gone WHERE gone.kind = named.kind
                    AND gone.id = named.id AND gone.field = $3 AND gone.value = $4
            ) LIMIT 1
            """,
            [
                .text(SharedKind.asset), .text(id.digest), .text(SharedRecord.removal),
                .text(SharedRecord.yes),
            ]
        )
        guard named.isEmpty else { return }
        let key = SharedRecord.Key(kind: SharedKind.asset, id: id.digest)
        if try !sharedRecord(key, on: connection).fields.isEmpty {
            try note([SharedRecord.removal: SharedRecord.yes], of: key, on: connection)
        }
        try connection.execute(
            "UPDATE shared_asset SET is_released = is_sent, wanted = 0 WHERE id = $1",
            [.text(id.digest)]
        )
        try connection.execute(
            "DELETE FROM shared_asset WHERE id = $1 AND is_released = 0",
            [.text(id.digest)]
        )
    }

    /// Returns files that the service is to let go of.
    package func releasedAssets(limit: Int) throws(WorkspaceError) -> [Asset.ID] {
        try reading { connection in
            try connection.rows(
                "SELECT id FROM shared_asset WHERE is_released = 1 ORDER BY id LIMIT $1",
                [.integer(limit)]
            ).compactMap { Asset.ID(try $0.text("id")) }
        }
    }

    /// Notes that the service was told; one that is named again meanwhile is sent anew.
    package func noteReleased(_ id: Asset.ID) throws(WorkspaceError) {
        try writing { connection in
            try connection.execute(
                "DELETE FROM shared_asset WHERE id = $1 AND is_released = 1",
                [.text(id.digest)]
            )
        }
    }
}
