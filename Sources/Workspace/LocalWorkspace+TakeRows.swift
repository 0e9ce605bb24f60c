import Database
import Editorial
import Jobs

extension LocalWorkspace {
    func take(_ id: Take.ID, on connection: any SQLConnection) throws -> Take? {
        try takes(where: "take.id = $1", id.description, on: connection).first
    }

    /// The condition is on `take`, with one argument.
    func takes(
        where condition: String,
        _ argument: String,
        on connection: any SQLConnection
    ) throws -> [Take] {
        let steps = try steps(where: condition, argument, on: connection)
        return try connection.rows(
            "SELECT * FROM take WHERE \(condition) ORDER BY created_at, id",
            [.text(argument)]
        ).map { row in
            let id: Take.ID = try row.identifier("id")
            return Take(
                id: id,
                shot: try row.identifier("shot"),
                number: try row.integer("number"),
                draft: try row.draft("draft", of: "a take’s draft"),
                createdAt: Timestamp(milliseconds: try row.integer("created_at")),
                steps: steps[id] ?? [],
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
        ).map { try $0.job() }
    }

    private func steps(
        where condition: String,
        _ argument: String,
        on connection: any SQLConnection
    ) throws -> [Take.ID: [TakeStep]] {
        let rows = try connection.rows(
            """
            SELECT take_step.take, take_step.kind, take_step.job FROM take_step
            JOIN take ON take.id = take_step.take
            WHERE \(condition) ORDER BY take_step.take, take_step.position
            """,
            [.text(argument)]
        )
        let jobs = try queue.jobs(rows.map { try $0.job() }, on: connection)
        let found = Dictionary(jobs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var steps: [Take.ID: [TakeStep]] = [:]
        for row in rows {
            let name = try row.text("kind")
            guard let kind = TakeStep.Kind(rawValue: name), let job = found[try row.job()] else {
                throw WorkspaceError.damaged("the step “\(name)” of a take")
            }
            steps[try row.identifier("take"), default: []].append(TakeStep(kind, from: job))
        }
        return steps
    }
}

extension SQLRow {
    fileprivate func job() throws -> Job.ID {
        let text = try text("job")
        guard let id = Job.ID(text) else { throw WorkspaceError.damaged("the job “\(text)”") }
        return id
    }
}
