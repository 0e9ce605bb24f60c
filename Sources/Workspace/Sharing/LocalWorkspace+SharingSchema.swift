import Database

extension LocalWorkspace {
    /// What is shared with an account: every field with its stamp, and whether the service has it yet.
    ///
    /// It is written in the transaction of the edit, so that nothing that was
    /// saved is ever forgotten to be sent.
    static let sharingMigration = Migration(
        "workspace-outbox",
        [
            """
            CREATE TABLE shared_field (
                kind TEXT NOT NULL,
                id TEXT NOT NULL,
                field TEXT NOT NULL,
                value TEXT NOT NULL,
                stamp TEXT NOT NULL,
                is_pending BIGINT NOT NULL,
                PRIMARY KEY (kind, id, field)
            )
            """,
            """
            CREATE INDEX shared_field_pending ON shared_field (kind, id) WHERE is_pending = 1
            """,
            """
            CREATE INDEX shared_field_project ON shared_field (value)
            WHERE kind = 'shot' AND field = 'project'
            """,
            // One row, once somebody has signed in.
            """
            CREATE TABLE sharing (
                one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
                server TEXT NOT NULL,
                account TEXT NOT NULL,
                space TEXT NOT NULL,
                writer TEXT NOT NULL,
                last TEXT NOT NULL,
                sequence BIGINT NOT NULL,
                met_at BIGINT
            )
            """,
        ]
    )

    /// What was there when a field was first written since all was last met, so
    /// that it is seen when somebody else wrote it too.
    static let conflictMigration = Migration(
        "workspace-conflicts",
        [
            "ALTER TABLE shared_field ADD COLUMN base TEXT",
            "ALTER TABLE sharing ADD COLUMN is_own BIGINT NOT NULL DEFAULT 1",
            "CREATE INDEX shared_field_base ON shared_field (base) WHERE base IS NOT NULL",
            """
            CREATE TABLE shared_conflict (
                kind TEXT NOT NULL,
                id TEXT NOT NULL,
                field TEXT NOT NULL,
                mine TEXT NOT NULL,
                theirs TEXT NOT NULL,
                is_mine BIGINT NOT NULL,
                at BIGINT NOT NULL,
                PRIMARY KEY (kind, id, field)
            )
            """,
            """
            CREATE INDEX shared_field_take ON shared_field (value)
            WHERE kind = 'take' AND field = 'project'
            """,
            // What a file held when it was last as it is shared.
            """
            CREATE TABLE shared_file (
                kind TEXT NOT NULL,
                name TEXT NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (kind, name)
            )
            """,
        ]
    )
}
