import Database

extension LocalWorkspace {
    /// What was said of takes, and whether they are good.
    static let commentsMigration = Migration(
        "workspace-comments",
        [
            """
            CREATE TABLE comment (
                id TEXT NOT NULL PRIMARY KEY,
                take TEXT NOT NULL REFERENCES take (id) ON DELETE CASCADE,
                number BIGINT NOT NULL,
                first BIGINT NOT NULL,
                last BIGINT NOT NULL,
                mark TEXT,
                author TEXT NOT NULL,
                text TEXT NOT NULL,
                at BIGINT NOT NULL,
                is_resolved BIGINT NOT NULL DEFAULT 0
            )
            """,
            "CREATE INDEX comment_by_take ON comment (take, number)",
            """
            CREATE TABLE comment_reply (
                id TEXT NOT NULL PRIMARY KEY,
                comment TEXT NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
                author TEXT NOT NULL,
                text TEXT NOT NULL,
                at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX comment_reply_by_comment ON comment_reply (comment, at)",
            """
            CREATE TABLE verdict (
                take TEXT NOT NULL PRIMARY KEY REFERENCES take (id) ON DELETE CASCADE,
                verdict TEXT NOT NULL
            )
            """,
            """
            CREATE INDEX shared_field_comment ON shared_field (value)
            WHERE kind = 'comment' AND field = 'take'
            """,
        ]
    )
}
