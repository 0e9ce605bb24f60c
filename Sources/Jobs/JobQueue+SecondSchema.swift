extension JobQueue {
    /// Makes every table anew: more states, lines per service, keys, tickets.
    ///
    /// What the first schema called `scheduled` had always failed before. No
    /// index that is not of one state alone lies on what changes with every
    /// turn of a job, so that a million finished ones cost a claim nothing.
    static let secondSchema =
        [
            jobTable(
                "job_2",
                states: """
                    state IN (
                        'waiting', 'scheduled', 'available', 'running', 'retrying',
                        'completed', 'failed', 'cancelled', 'uncertain'
                    )
                    """
            ),
            """
            INSERT INTO job_2 (
                sequence, id, queue, lane, kind, payload, state, priority, rank, attempt,
                max_attempts, rescues, run_at, lease_owner, lease_expires_at, lease_token,
                progress, progress_note, error, cancel_requested, created_at, started_at,
                finished_at
            )
            SELECT
                sequence, id, queue, queue, kind, payload,
                CASE state WHEN 'scheduled' THEN 'retrying' ELSE state END, priority, sequence,
                attempt, max_attempts, rescues, run_at, lease_owner, lease_expires_at,
                lease_token, progress, progress_note, error, cancel_requested, created_at,
                started_at, finished_at
            FROM job
            """,
            "CREATE TABLE job_dependency_2 (job BIGINT NOT NULL, needs BIGINT NOT NULL)",
            """
            INSERT INTO job_dependency_2 (job, needs)
            SELECT job.sequence, needed.sequence FROM job_dependency
            JOIN job ON job.id = job_dependency.job
            JOIN job AS needed ON needed.id = job_dependency.needs
            """,
            """
            CREATE TABLE job_event_2 (
                number {identity},
                job BIGINT NOT NULL,
                at BIGINT NOT NULL,
                transition TEXT,
                state TEXT NOT NULL,
                attempt BIGINT NOT NULL,
                owner TEXT,
                note TEXT
            )
            """,
            """
            INSERT INTO job_event_2 (job, at, transition, state, attempt, note)
            SELECT
                job.sequence, job_event.at, job_event.transition,
                CASE job_event.state WHEN 'scheduled' THEN 'retrying' ELSE job_event.state END,
                job_event.attempt, job_event.note
            FROM job_event JOIN job ON job.id = job_event.job
            ORDER BY job.sequence, job_event.position
            """,
            "DROP TABLE job_event",
            "DROP TABLE job_dependency",
            "DROP TABLE job",
            "ALTER TABLE job_2 RENAME TO job",
            "ALTER TABLE job_dependency_2 RENAME TO job_dependency",
            "ALTER TABLE job_event_2 RENAME TO job_event",
            "{postgres} ALTER SEQUENCE job_2_sequence_seq RENAME TO job_sequence",
            "{postgres} SELECT setval('job_sequence', COALESCE(MAX(sequence), 0) + 1) FROM job",
        ] + secondIndexes + secondTables

    /// Returns the table of jobs; `states` holds for those that a job may be in.
    static func jobTable(_ name: String, states: String) -> String {
        """
        CREATE TABLE \(name) (
            sequence {identity},
            id TEXT NOT NULL,
            queue TEXT NOT NULL,
            provider TEXT,
            lane TEXT NOT NULL,
            kind TEXT NOT NULL,
            payload TEXT NOT NULL,
            batch TEXT,
            unique_key TEXT,
            state TEXT NOT NULL CHECK (\(states)),
            priority BIGINT NOT NULL,
            rank DOUBLE PRECISION NOT NULL,
            work DOUBLE PRECISION NOT NULL DEFAULT 1,
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
            is_submitting BIGINT NOT NULL DEFAULT 0,
            ticket TEXT,
            created_at BIGINT NOT NULL,
            started_at BIGINT,
            finished_at BIGINT,
            CHECK ((state = 'running') = (lease_owner IS NOT NULL))
        )
        """
    }

    static let secondIndexes = [
        "CREATE UNIQUE INDEX job_by_id ON job (id)",
        """
        CREATE UNIQUE INDEX job_by_key ON job (unique_key)
        WHERE unique_key IS NOT NULL AND state NOT IN ('completed', 'failed', 'cancelled')
        """,
        """
        CREATE INDEX job_by_turn ON job (lane, priority DESC, rank, sequence)
        WHERE state = 'available'
        """,
        "CREATE INDEX job_by_time ON job (run_at) WHERE state IN ('scheduled', 'retrying')",
        "CREATE INDEX job_running ON job (lane) WHERE state = 'running'",
        "CREATE INDEX job_waiting ON job (sequence) WHERE state = 'waiting'",
        """
        CREATE INDEX job_stopped ON job (finished_at)
        WHERE state IN ('failed', 'cancelled', 'uncertain')
        """,
        "CREATE INDEX job_by_end ON job (finished_at) WHERE state = 'completed'",
        "CREATE INDEX job_by_batch ON job (batch) WHERE batch IS NOT NULL",
        "CREATE UNIQUE INDEX job_dependency_by_job ON job_dependency (job, needs)",
        "CREATE INDEX job_dependency_by_needs ON job_dependency (needs)",
        "CREATE INDEX job_event_by_job ON job_event (job)",
    ]

    private static let secondTables = [
        """
        CREATE TABLE job_limit (
            name TEXT NOT NULL PRIMARY KEY,
            is_paused BIGINT NOT NULL DEFAULT 0,
            concurrency BIGINT,
            rate DOUBLE PRECISION,
            burst DOUBLE PRECISION NOT NULL DEFAULT 1,
            tokens DOUBLE PRECISION NOT NULL DEFAULT 1,
            filled_at BIGINT NOT NULL DEFAULT 0
        )
        """,
        """
        CREATE TABLE job_schedule (
            name TEXT NOT NULL PRIMARY KEY,
            queue TEXT NOT NULL,
            kind TEXT NOT NULL,
            payload TEXT NOT NULL,
            every BIGINT NOT NULL,
            next_at BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE job_log (
            number {identity},
            job BIGINT NOT NULL,
            at BIGINT NOT NULL,
            attempt BIGINT NOT NULL,
            line TEXT NOT NULL
        )
        """,
        "CREATE INDEX job_log_by_job ON job_log (job)",
    ]
}
