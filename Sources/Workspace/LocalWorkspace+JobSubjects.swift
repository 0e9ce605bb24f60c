import Database
package import Editorial
package import Jobs

/// What a job is about, in a person's words.
package struct JobSubject: Hashable, Sendable {
    package let project: Project.ID
    package let projectName: String
    package let shot: Shot.ID
    /// nil when the shot is gone.
    package let shotName: String?
    package let take: Take.ID
    package let takeNumber: Int
    package let step: TakeStep.Kind
}

extension LocalWorkspace {
    /// Returns what these jobs are about; those that belong to no take are left out.
    package func subjects(of jobs: [Job.ID]) throws(WorkspaceError) -> [Job.ID: JobSubject] {
        try reading { connection in
            var subjects: [Job.ID: JobSubject] = [:]
            // A statement has room for a limited number of arguments.
            for start in stride(from: 0, to: jobs.count, by: 500) {
                let part = jobs[start..<min(start + 500, jobs.count)]
                let places = part.indices.map { "$\($0 - start + 1)" }.joined(separator: ", ")
                let rows = try connection.rows(
                    """
                    SELECT take_step.job, take_step.kind, take.id AS take, take.number, take.shot,
                        project.id AS project, project.name AS project_name,
                        shot.name AS shot_name
                    FROM take_step JOIN take ON take.id = take_step.take
                    JOIN project ON project.id = take.project
                    LEFT JOIN shot ON shot.project = take.project AND shot.id = take.shot
                    WHERE take_step.job IN (\(places))
                    """,
                    part.map { .text($0.text) }
                )
                for row in rows {
                    guard let job = Job.ID(try row.text("job")),
                        let kind = TakeStep.Kind(rawValue: try row.text("kind"))
                    else { continue }
                    subjects[job] = JobSubject(
                        project: try row.identifier("project"),
                        projectName: try row.text("project_name"),
                        shot: try row.identifier("shot"),
                        shotName: try row.optionalText("shot_name"),
                        take: try row.identifier("take"),
                        takeNumber: try row.integer("number"),
                        step: kind
                    )
                }
            }
            return subjects
        }
    }
}
