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
}
