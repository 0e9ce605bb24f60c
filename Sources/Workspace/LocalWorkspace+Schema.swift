import Database
import Jobs

extension LocalWorkspace {
    /// The queue's tables come first, because steps name their jobs.
    static let migrations: [Migration] =
        JobQueue.migrations + [
            Migration(
                "workspace-1",
                [
                    """
                    CREATE TABLE project (
                        id TEXT NOT NULL PRIMARY KEY,
                        name TEXT NOT NULL,
                        history TEXT NOT NULL,
                        opened_at BIGINT NOT NULL
                    )
                    """,
                    """
                    CREATE TABLE shot (
                        project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                        id TEXT NOT NULL,
                        position BIGINT NOT NULL,
                        name TEXT NOT NULL,
                        draft TEXT NOT NULL,
                        selected_take TEXT,
                        PRIMARY KEY (project, id)
                    )
                    """,
                    """
                    CREATE TABLE asset (
                        id TEXT NOT NULL PRIMARY KEY,
                        kind TEXT NOT NULL,
                        name TEXT NOT NULL,
                        extension TEXT NOT NULL,
                        byte_count BIGINT NOT NULL,
                        width BIGINT NOT NULL,
                        height BIGINT NOT NULL
                    )
                    """,
                    // No reference to the shot: takes outlive it, so that undo
                    // brings them back with it.
                    """
                    CREATE TABLE take (
                        id TEXT NOT NULL PRIMARY KEY,
                        project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                        shot TEXT NOT NULL,
                        number BIGINT NOT NULL,
                        draft TEXT NOT NULL,
                        created_at BIGINT NOT NULL,
                        picture TEXT REFERENCES asset (id),
                        film TEXT REFERENCES asset (id),
                        UNIQUE (shot, number)
                    )
                    """,
                    "CREATE INDEX take_by_project ON take (project, created_at)",
                    // Kept apart, so that no number is given twice even when
                    // the newest take is deleted.
                    """
                    CREATE TABLE take_counter (
                        shot TEXT NOT NULL PRIMARY KEY,
                        number BIGINT NOT NULL
                    )
                    """,
                    """
                    CREATE TABLE take_step (
                        take TEXT NOT NULL REFERENCES take (id) ON DELETE CASCADE,
                        position BIGINT NOT NULL,
                        kind TEXT NOT NULL,
                        job TEXT NOT NULL REFERENCES job (id),
                        PRIMARY KEY (take, position)
                    )
                    """,
                    "CREATE INDEX take_step_by_job ON take_step (job)",
                    "CREATE TABLE favourite (preset TEXT NOT NULL PRIMARY KEY)",
                ]
            ),
            // Edits are rows of their own, so that a keystroke writes one of
            // them and not a thousand.
            Migration(
                "workspace-edits",
                [
                    "ALTER TABLE shot ADD COLUMN cut TEXT",
                    "ALTER TABLE project ADD COLUMN history_at BIGINT",
                    "ALTER TABLE project ADD COLUMN archived_at BIGINT",
                    "ALTER TABLE project ADD COLUMN deleted_at BIGINT",
                    """
                    CREATE TABLE edit (
                        project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                        id BIGINT NOT NULL,
                        parent BIGINT,
                        edit TEXT NOT NULL,
                        PRIMARY KEY (project, id)
                    )
                    """,
                    // It was one line of edits, of which the first so many stood.
                    """
                    INSERT INTO edit (project, id, parent, edit)
                    SELECT project.id, old.key, CASE WHEN old.key > 0 THEN old.key - 1 END, old.value
                    FROM project, json_each(
                        CASE WHEN json_valid(history) THEN history ELSE '{}' END, '$.edits'
                    ) AS old
                    """,
                    """
                    UPDATE project SET history_at = (
                        SELECT MAX(edit.id) FROM edit WHERE edit.project = project.id
                            AND edit.id < json_extract(project.history, '$.position')
                    ) WHERE json_valid(history)
                    """,
                    "ALTER TABLE project DROP COLUMN history",
                ]
            ),
            Migration(
                "workspace-2",
                [
                    // What a step of a recipe left, by the hash of the recipe.
                    """
                    CREATE TABLE step_result (
                        recipe TEXT NOT NULL PRIMARY KEY,
                        asset TEXT NOT NULL REFERENCES asset (id) ON DELETE CASCADE
                    )
                    """
                ]
            ),
            Migration(
                "workspace-3",
                [
                    // What is made of a film when nothing else is to do.
                    "ALTER TABLE take ADD COLUMN thumbnail TEXT REFERENCES asset (id)",
                    "ALTER TABLE take ADD COLUMN proxy TEXT REFERENCES asset (id)",
                ]
            ),
            // What was spent outlives the takes it was spent on.
            Migration(
                "workspace-charges",
                [
                    """
                    CREATE TABLE charge (
                        job TEXT NOT NULL PRIMARY KEY,
                        take TEXT NOT NULL,
                        project TEXT NOT NULL,
                        model TEXT NOT NULL,
                        reserved BIGINT NOT NULL,
                        cost BIGINT,
                        is_settled BIGINT NOT NULL DEFAULT 0,
                        at BIGINT NOT NULL
                    )
                    """,
                    "CREATE INDEX charge_by_time ON charge (at)",
                ]
            ),
            libraryMigration,
            chargesMigration,
            sharingMigration,
            conflictMigration,
            panelsMigration,
            sharedAssetsMigration,
            commentsMigration,
            releasedAssetsMigration,
            takeChangesMigration,
            librarySeenMigration,
        ]
}
