package import Database

extension JobQueue {
    /// The queue's tables, to be migrated before it is used.
    package static let migrations: [Migration] = [
        Migration("jobs-1", firstSchema),
        Migration("jobs-2", rebuildsTables: true, secondSchema),
        Migration("jobs-3", rebuildsTables: true, thirdSchema),
    ]

    private static let firstSchema = [
        """
        CREATE TABLE job (
            id TEXT NOT NULL PRIMARY KEY,
            sequence BIGINT NOT NULL,
            queue TEXT NOT NULL,
            kind TEXT NOT NULL,
            payload TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN (
                'waiting', 'available', 'scheduled', 'running',
                'completed', 'failed', 'cancelled'
            )),
            priority BIGINT NOT NULL,
            attempt BIGINT NOT NULL DEFAULT 0,
            max_attempts BIGINT NOT NULL,
            rescues BIGINT NOT NULL DEFAULT 0,
            run_at BIGINT NOT NULL,
            lease_owner TEXT,
            lease_expires_at BIGINT,
            lease_token BIGINT NOT NULL DEFAULT 0,
            progress DOUBLE PRECISION NOT NULL DEFAULT 0,
            progress_note TEXT,
            error TEXT,
            cancel_requested BIGINT NOT NULL DEFAULT 0,
            created_at BIGINT NOT NULL,
            started_at BIGINT,
            finished_at BIGINT,
            CHECK ((state = 'running') = (lease_owner IS NOT NULL))
        )
        """,
        "CREATE INDEX job_by_turn ON job (state, priority DESC, run_at, sequence)",
        "CREATE INDEX job_by_sequence ON job (sequence)",
        """
        CREATE TABLE job_dependency (
            job TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
            needs TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
            PRIMARY KEY (job, needs)
        )
        """,
        "CREATE INDEX job_dependency_by_needs ON job_dependency (needs)",
        """
        CREATE TABLE job_event (
            job TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
            position BIGINT NOT NULL,
            at BIGINT NOT NULL,
            transition TEXT,
            state TEXT NOT NULL,
            attempt BIGINT NOT NULL,
            note TEXT,
            PRIMARY KEY (job, position)
        )
        """,
    ]
}
