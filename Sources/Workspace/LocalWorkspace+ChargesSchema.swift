import Database

extension LocalWorkspace {
    /// A job that is asked for again is charged again, so every request has a row of its own.
    ///
    /// Nobody knows of the rows that were there whether they were sent: they count as if they were.
    static let chargesMigration = Migration(
        "workspace-charges-2",
        [
            """
            CREATE TABLE charge_of_request (
                job TEXT NOT NULL,
                submission BIGINT NOT NULL,
                take TEXT NOT NULL,
                project TEXT NOT NULL,
                model TEXT NOT NULL,
                reserved BIGINT NOT NULL,
                cost BIGINT,
                is_sent BIGINT NOT NULL DEFAULT 0,
                is_settled BIGINT NOT NULL DEFAULT 0,
                at BIGINT NOT NULL,
                PRIMARY KEY (job, submission)
            )
            """,
            """
            INSERT INTO charge_of_request
                (job, submission, take, project, model, reserved, cost, is_sent, is_settled, at)
            SELECT job, 1, take, project, model, reserved, cost, 1, is_settled, at FROM charge
            """,
            "DROP TABLE charge",
            "ALTER TABLE charge_of_request RENAME TO charge",
            "CREATE INDEX charge_by_time ON charge (at)",
        ]
    )
}
