import Database
package import Editorial
package import Jobs

extension LocalWorkspace {
    /// Queues a film of a project, all or nothing.
    package func submitFilm(
        _ job: NewJob,
        of project: Project.ID,
        to path: String,
        at time: Timestamp
    ) throws(WorkspaceError) {
        try writing { connection in
            try queue.enqueue([job], on: connection)
            try connection.execute(
                "INSERT INTO film_export (job, project, path, created_at) VALUES ($1, $2, $3, $4)",
                [
                    .text(job.id.text), .text(project.description), .text(path),
                    .integer(time.milliseconds),
                ]
            )
        }
    }

    /// Returns the job of the film of a project that was asked for last, and
    /// where it goes; nil when none was, or when that was long ago.
    package func lastFilm(
        of project: Project.ID
    ) throws(WorkspaceError) -> (job: Job, path: String)? {
        try reading { connection in
            guard
                let row = try connection.rows(
                    """
                    SELECT job, path FROM film_export WHERE project = $1
                    ORDER BY created_at DESC, job DESC LIMIT 1
                    """,
                    [.text(project.description)]
                ).first, let id = Job.ID(try row.text("job")),
                let job = try queue.jobs([id], on: connection).first
            else { return nil }
            return (job, try row.text("path"))
        }
    }

    func save(
        _ music: Music?,
        of project: SQLValue,
        on connection: any SQLConnection
    ) throws {
        guard let music else {
            try connection.execute("DELETE FROM project_music WHERE project = $1", [project])
            return
        }
        try connection.execute(
            """
            INSERT INTO project_music (project, music) VALUES ($1, $2)
            ON CONFLICT (project) DO UPDATE SET music = excluded.music
            """,
            [project, .text(try StoredJSON.text(music))]
        )
    }

    func music(
        of project: Project.ID,
        on connection: any SQLConnection
    ) throws -> Music? {
        try connection.rows(
            "SELECT music FROM project_music WHERE project = $1",
            [.text(project.description)]
        ).first.map {
            let music = try StoredJSON.value(
                Music.self,
                from: try $0.text("music"),
                of: "the music of a project"
            )
            guard music.isSound else { throw WorkspaceError.damaged("the music of a project") }
            return music
        }
    }
}

extension Music {
    /// Whether it can be calculated with, whoever wrote it.
    var isSound: Bool {
        Music.gains.contains(gain)
            && [fadeIn, fadeOut].allSatisfy {
                (0...1_000_000_000).contains($0.numerator)
                    && (1...1_000_000_000).contains($0.denominator) && $0.seconds <= 3600
            }
    }
}
