import Database
import Editorial
import Jobs

extension LocalWorkspace {
    func take(_ id: Take.ID, on connection: any SQLConnection) throws -> Take? {
        try takes(where: "take.id = $1", [.text(id.description)], on: connection).first
    }

    /// The condition is on `take`; the oldest comes first.
    func takes(
        where condition: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection
    ) throws -> [Take] {
        let steps = try steps(where: condition, arguments, on: connection)
        return try connection.rows(
            "SELECT * FROM take WHERE \(condition) ORDER BY created_at, id",
            arguments
        ).onAllCores { row in
            let id: Take.ID = try row.identifier("id")
            return Take(
                id: id,
                shot: try row.identifier("shot"),
                number: try row.integer("number"),
                draft: try row.draft("draft", of: "a take’s draft"),
                createdAt: Timestamp(milliseconds: try row.integer("created_at")),
                steps: steps[try row.text("id")] ?? [],
                film: try row.optionalAsset("film"),
                picture: try row.optionalAsset("picture"),
                thumbnail: try row.optionalAsset("thumbnail"),
                proxy: try row.optionalAsset("proxy")
            )
        }
    }

    func jobs(of take: Take.ID, on connection: any SQLConnection) throws -> [Job.ID] {
        try connection.rows(
            "SELECT job FROM take_step WHERE take = $1 ORDER BY position",
            [.text(take.description)]
        ).map { row in
            let text = try row.text("job")
            guard let id = Job.ID(text) else { throw WorkspaceError.damaged("the job “\(text)”") }
            return id
        }
    }

    /// By the ids of their takes, as they are stored.
    private func steps(
        where condition: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection
    ) throws -> [String: [TakeStep]] {
        let rows = try connection.rows(
            """
            SELECT take_step.take, take_step.kind, \(JobStanding.columns)
            FROM take JOIN take_step ON take_step.take = take.id
            LEFT JOIN job ON job.id = take_step.job
            WHERE \(condition) ORDER BY take_step.take, take_step.position
            """,
            arguments
        )
        let read = try rows.onAllCores { row -> (String, TakeStep) in
            let name = try row.text("kind")
            guard let kind = TakeStep.Kind(rawValue: name), try row.optionalText("state") != nil
            else { throw WorkspaceError.damaged("the step “\(name)” of a take") }
            return (try row.text("take"), TakeStep(kind, from: try JobStanding(row)))
        }
        var steps: [String: [TakeStep]] = [:]
        for (take, step) in read { steps[take, default: []].append(step) }
        return steps
    }
}
