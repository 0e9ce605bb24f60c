import Database

extension LocalWorkspace {
    /// The files that shared records name: where each of them is.
    ///
    /// A file that is not here has its row in `asset` all the same, so that what
    /// it is can be told before it comes.
    static let sharedAssetsMigration = Migration(
        "workspace-shared-assets",
        [
            """
            CREATE TABLE shared_asset (
                id TEXT NOT NULL PRIMARY KEY,
                bucket TEXT NOT NULL,
                is_sent BIGINT NOT NULL DEFAULT 0,
                is_fetched BIGINT NOT NULL DEFAULT 0,
                wanted BIGINT NOT NULL DEFAULT 0,
                refusal TEXT
            )
            """,
            "CREATE INDEX shared_asset_unsent ON shared_asset (id) WHERE is_sent = 0",
            "CREATE INDEX shared_asset_wanted ON shared_asset (id) WHERE wanted > 0",
            // Whether what was shared before this was known has been looked through.
            "ALTER TABLE sharing ADD COLUMN assets_named BIGINT NOT NULL DEFAULT 0",
        ]
    )
}
