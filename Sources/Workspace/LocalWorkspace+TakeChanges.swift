import Database
package import Editorial

extension LocalWorkspace {
    /// Numbers the changes of takes, so that of ten thousand only those are
    /// read again that are not what they were.
    ///
    /// Triggers count, so that whoever moves a job on, a worker among them,
    /// need know nothing of it. A schema that makes `job` anew has to make its
    /// trigger anew.
    static let takeChangesMigration = Migration(
        "take-changes-1",
        [
            "CREATE TABLE take_change (take TEXT NOT NULL PRIMARY KEY, number BIGINT NOT NULL)",
            "CREATE INDEX take_change_by_number ON take_change (number)",
            """
            CREATE TRIGGER take_added AFTER INSERT ON take BEGIN
                \(noting("SELECT new.id", where: "true"));
            END
            """,
            """
            CREATE TRIGGER take_changed AFTER UPDATE ON take BEGIN
                \(noting("SELECT new.id", where: "true"));
            END
            """,
            """
            CREATE TRIGGER take_removed AFTER DELETE ON take BEGIN
                \(noting("SELECT old.id", where: "true"));
            END
            """,
            """
            CREATE TRIGGER take_step_added AFTER INSERT ON take_step BEGIN
                \(noting("SELECT new.take", where: "true"));
            END
            """,
            """
            CREATE TRIGGER take_job_changed AFTER UPDATE ON job
            WHEN old.state <> new.state OR old.progress <> new.progress
                OR old.attempt <> new.attempt OR old.error IS NOT new.error
                OR old.started_at IS NOT new.started_at OR old.finished_at IS NOT new.finished_at
            BEGIN
                \(noting("SELECT take", where: "job = new.id", from: "take_step"));
            END
            """,
        ]
    )

    private static func noting(
        _ take: String,
        where condition: String,
        from table: String? = nil
    ) -> String {
        """
        INSERT INTO take_change (take, number)
        \(take), (SELECT COALESCE(MAX(number), 0) + 1 FROM take_change)
        \(table.map { "FROM \($0) " } ?? "")WHERE \(condition)
        ON CONFLICT (take) DO UPDATE SET number = excluded.number
        """
    }

    /// Returns every take of a project, the oldest first, those of removed
    /// shots included.
    package func takes(of project: Project.ID) throws(WorkspaceError) -> [Take] {
        try readTakes(of: project).takes
    }

    /// Returns the takes that were made of one shot, the oldest first.
    package func takes(of shot: Shot.ID) throws(WorkspaceError) -> [Take] {
        try reading { connection in
            try takes(where: "take.shot = $1", [.text(shot.description)], on: connection)
        }
    }

    /// Returns every take of a project as it is now.
    ///
    /// `before` is what was read of it already: only what changed since is read
    /// then, which costs the same however many takes there are.
    package func readTakes(
        of project: Project.ID,
        since before: TakeReading? = nil
    ) throws(WorkspaceError) -> TakeReading {
        try reading { connection in
            let id = SQLValue.text(project.description)
            guard var reading = before, reading.project == project else {
                let mark = try connection.rows("SELECT MAX(number) AS n FROM take_change")
                    .first?.optionalInteger("n")
                let takes = try takes(where: "take.project = $1", [id], on: connection)
                return TakeReading(project: project, takes: takes, mark: mark ?? 0)
            }
            let rows = try connection.rows(
                "SELECT take, number FROM take_change WHERE number > $1 ORDER BY number",
                [.integer(reading.mark)]
            )
            guard let last = try rows.last?.integer("number") else { return reading }
            let fresh = try takes(
                where: """
                    take.id IN (SELECT take FROM take_change WHERE number > $1)
                    AND take.project = $2
                    """,
                [.integer(reading.mark), id],
                on: connection
            )
            reading.take(
                fresh,
                changed: try rows.map { try $0.identifier("take") },
                upTo: last
            )
            return reading
        }
    }
}
