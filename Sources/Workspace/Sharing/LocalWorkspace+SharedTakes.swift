import Database
import Editorial

// Takes are shared as rows: what was asked, when, and which film came of it. The films
// themselves travel apart.
extension LocalWorkspace {
    /// Stamps a take that has its film, so that it is known on the other machines.
    func noteTake(_ id: Take.ID, on connection: any SQLConnection) throws {
        guard try isSharing(on: connection),
            let row = try connection.rows(
                "SELECT * FROM take WHERE id = $1 AND film IS NOT NULL",
                [.text(id.description)]
            ).first
        else { return }
        let project: Project.ID = try row.identifier("project")
        let shot: Shot.ID = try row.identifier("shot")
        try note(
            [
                SharedKind.owner: try StoredJSON.text(project),
                SharedKind.shot: try StoredJSON.text(shot),
                SharedKind.number: try StoredJSON.text(try row.integer("number")),
                SharedKind.wholeDraft: try row.text("draft"),
                SharedKind.created: try StoredJSON.text(try row.integer("created_at")),
                SharedKind.film: try StoredJSON.text(
                    try asset(row.optionalText("film"), on: connection)
                ),
                SharedKind.picture: try StoredJSON.text(
                    try asset(row.optionalText("picture"), on: connection)
                ),
                SharedKind.thumbnail: try StoredJSON.text(
                    try asset(row.optionalText("thumbnail"), on: connection)
                ),
                SharedRecord.removal: SharedRecord.no,
            ],
            of: SharedRecord.Key(kind: SharedKind.take, id: id.description),
            on: connection
        )
    }

    /// What a file is, for those who do not have it.
    private func asset(_ digest: String?, on connection: any SQLConnection) throws -> Asset? {
        guard let digest else { return nil }
        let sql = "SELECT * FROM asset WHERE id = $1"
        return try connection.rows(sql, [.text(digest)]).first.map { try Asset($0) }
    }

    /// Stamps every take that has its film.
    func noteTakes(on connection: any SQLConnection) throws {
        for row in try connection.rows("SELECT id FROM take WHERE film IS NOT NULL") {
            try noteTake(try row.identifier("id"), on: connection)
        }
    }

    /// Makes rows of the takes of a project that were made on other machines.
    ///
    /// A film that is not here has its row all the same, and comes when it is wanted.
    ///
    /// - Returns: Those that are new here.
    func adoptTakes(
        of project: Project.ID,
        on connection: any SQLConnection
    ) throws -> Set<Take.ID> {
        let known = try connection.rows(
            "SELECT id FROM project WHERE id = $1",
            [.text(project.description)]
        )
        // Takes may come before their project does.
        guard !known.isEmpty else { return [] }
        var new: Set<Take.ID> = []
        let rows = try connection.rows(
            "SELECT id FROM shared_field WHERE kind = 'take' AND field = 'project' AND value = $1",
            [.text(try StoredJSON.text(project))]
        )
        for row in rows {
            guard let id = Take.ID(try row.text("id")) else { continue }
            let key = SharedRecord.Key(kind: SharedKind.take, id: id.description)
            let record = try sharedRecord(key, on: connection)
            if try insert(id, of: project, from: record, on: connection) { new.insert(id) }
            for column in [SharedKind.film, SharedKind.picture, SharedKind.thumbnail] {
                guard let file = record.value(column, as: Asset?.self) ?? nil else { continue }
                try connection.execute(
                    """
                    UPDATE take SET \(column) = $2 WHERE id = $1 AND \(column) IS NULL
                        AND EXISTS (SELECT 1 FROM asset WHERE asset.id = $2)
                    """,
                    [.text(id.description), .text(file.id.digest)]
                )
            }
        }
        return new
    }

    /// What cannot be read is left out: a newer version may have written it.
    ///
    /// - Returns: Whether it was not there before.
    private func insert(
        _ id: Take.ID,
        of project: Project.ID,
        from record: SharedRecord,
        on connection: any SQLConnection
    ) throws -> Bool {
        guard !record.isRemoved,
            let shot = record.value(SharedKind.shot, as: Shot.ID.self),
            let number = record.value(SharedKind.number, as: Int.self),
            (1...1_000_000).contains(number),
            let draft = record.value(SharedKind.wholeDraft, as: Draft.self), draft.isSound,
            let created = record.value(SharedKind.created, as: Int.self)
        else { return false }
        let count = try connection.execute(
            """
            INSERT INTO take (id, project, shot, number, draft, created_at)
            SELECT $1, $2, $3, CASE
                WHEN EXISTS (SELECT 1 FROM take WHERE shot = $3 AND number = $4)
                THEN (SELECT MAX(number) + 1 FROM take WHERE shot = $3) ELSE $4 END, $5, $6
            WHERE NOT EXISTS (SELECT 1 FROM take WHERE id = $1)
            """,
            [
                .text(id.description), .text(project.description), .text(shot.description),
                .integer(number), .text(try StoredJSON.text(draft)), .integer(created),
            ]
        )
        // The next one that is made here is counted on from there.
        try connection.execute(
            """
            INSERT INTO take_counter (shot, number)
            SELECT $1, MAX(number) FROM take WHERE shot = $1
            ON CONFLICT (shot) DO UPDATE SET number = MAX(take_counter.number, excluded.number)
            """,
            [.text(shot.description)]
        )
        return count > 0
    }
}
