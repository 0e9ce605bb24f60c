import Database

extension ServiceSchema {
    /// What the service makes; where a job stands is in the tables of the queue.
    static let jobs = [
        """
        CREATE TABLE remote_job (
            id TEXT NOT NULL PRIMARY KEY,
            space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
            account TEXT REFERENCES account (id) ON DELETE SET NULL,
            request_key TEXT,
            request TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            failure_kind TEXT,
            asset TEXT,
            asset_type TEXT,
            asset_size BIGINT
        )
        """,
        "CREATE INDEX remote_job_by_space ON remote_job (space, id)",
        "CREATE INDEX remote_job_by_account ON remote_job (account)",
        "CREATE UNIQUE INDEX remote_job_by_key ON remote_job (space, account, request_key)",
        // It outlives the job, so that a month's sum does not shrink.
        """
        CREATE TABLE remote_charge (
            job TEXT NOT NULL PRIMARY KEY,
            space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
            model TEXT NOT NULL,
            at BIGINT NOT NULL,
            estimate BIGINT,
            cost BIGINT,
            state TEXT NOT NULL CHECK (state IN ('reserved', 'sent', 'settled', 'released'))
        )
        """,
        "CREATE INDEX remote_charge_by_space ON remote_charge (space, at)",
    ]

    /// Of what was cancelled while no worker had it the vendor is still to be told, at this time.
    static let farewells = [
        "ALTER TABLE remote_job ADD COLUMN farewell_at BIGINT",
        """
        CREATE INDEX remote_job_by_farewell ON remote_job (farewell_at)
        WHERE farewell_at IS NOT NULL
        """,
    ]
}
