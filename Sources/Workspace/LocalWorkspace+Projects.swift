import Database
package import Editorial

extension LocalWorkspace {
    /// Returns every project, the one that was opened last first.
    package func projects() throws(WorkspaceError) -> [ProjectSummary] {
        try reading { connection in
            try connection.rows(
                """
                SELECT id, name, opened_at, archived_at,
                    (SELECT COUNT(*) FROM shot WHERE shot.project = project.id) AS shots,
                    (SELECT COUNT(*) FROM take WHERE take.project = project.id) AS takes
                FROM project WHERE deleted_at IS NULL ORDER BY opened_at DESC, id DESC
                """
            ).map { row in
                ProjectSummary(
                    id: try row.identifier("id"),
                    name: try row.text("name"),
                    shotCount: try row.integer("shots"),
                    takeCount: try row.integer("takes"),
                    openedAt: Timestamp(milliseconds: try row.integer("opened_at")),
                    archivedAt: try row.optionalInteger("archived_at")
                        .map { Timestamp(milliseconds: $0) }
                )
            }
        }
    }

    /// Returns the first shot of every project that has one, and is not deleted.
    package func firstDrafts() throws(WorkspaceError) -> [Project.ID: Draft] {
        try reading { connection in
            let rows = try connection.rows(
                """
                SELECT project, draft FROM shot
                WHERE position = (SELECT MIN(position) FROM shot AS other
                    WHERE other.project = shot.project)
                """
            )
            var drafts: [Project.ID: Draft] = [:]
            for row in rows {
                drafts[try row.identifier("project")] =
                    try row.draft("draft", of: "a shot’s draft")
            }
            return drafts
        }
    }

    /// Gives a project another name.
    package func rename(_ id: Project.ID, to name: String) throws(WorkspaceError) {
        try set("name", .text(name), of: id)
    }

    /// Puts a project away, or with nil takes it out again.
    package func archive(_ id: Project.ID, at time: Timestamp?) throws(WorkspaceError) {
        try set("archived_at", .integer(ifAny: time?.milliseconds), of: id)
    }

    /// Deletes a project, or with nil brings it back; nothing of it is lost by that.
    package func delete(_ id: Project.ID, at time: Timestamp?) throws(WorkspaceError) {
        try set("deleted_at", .integer(ifAny: time?.milliseconds), of: id)
    }

    private func set(
        _ column: String,
        _ value: SQLValue,
        of id: Project.ID
    ) throws(WorkspaceError) {
        try writing { connection in
            try connection.execute(
                "UPDATE project SET \(column) = $2 WHERE id = $1",
                [.text(id.description), value]
            )
        }
    }

    /// Returns the project that was opened last; nil when there is none.
    package func lastProject() throws(WorkspaceError) -> Project.ID? {
        try reading { connection in
            try connection.rows(
                """
                SELECT id FROM project WHERE deleted_at IS NULL AND archived_at IS NULL
                ORDER BY opened_at DESC, id DESC LIMIT 1
                """
            ).first?.identifier("id")
        }
    }

    /// Returns a project with its edits; nil when there is no such project.
    ///
    /// Edits that cannot be read are given up rather than the project: the
    /// history is empty then.
    package func project(
        _ id: Project.ID
    ) throws(WorkspaceError) -> (Project, EditHistory)? {
        try reading { connection in
            let project = try connection.rows(
                "SELECT name, history_at FROM project WHERE id = $1",
                [.text(id.description)]
            )
            guard let row = project.first else { return nil }
            let shots = try connection.rows(
                "SELECT * FROM shot WHERE project = $1 ORDER BY position",
                [.text(id.description)]
            ).onAllCores { try Shot($0) }
            let history = try? history(
                of: id,
                at: try row.optionalInteger("history_at"),
                on: connection
            )
            return (
                Project(
                    id: id,
                    name: try row.text("name"),
                    shots: shots,
                    music: try music(of: id, on: connection)
                ),
                history ?? EditHistory()
            )
        }
    }

    /// Writes a project as it is now, with its edits.
    ///
    /// Shots that are gone from it are removed; their takes stay, for the day
    /// when undo brings them back. `openedAt` is when it was opened last, for
    /// the order of ``projects()``. `before` is what the workspace holds
    /// already, because it was written or read last; only what differs from it
    /// is written then, and nothing where another process has written since.
    ///
    /// - Throws: ``WorkspaceError``, of kind `conflict` in that last case.
    package func save(
        _ project: Project,
        history: EditHistory,
        openedAt: Timestamp,
        after before: (project: Project, history: EditHistory)? = nil
    ) throws(WorkspaceError) {
        let id = SQLValue.text(project.id.description)
        let known = before?.project.id == project.id ? before : nil
        try writing { connection in
            if let known {
                try refuseConflict(with: known.history, of: project, on: connection)
            }
            try connection.execute(
                """
                INSERT INTO project (id, name, history_at, opened_at) VALUES ($1, $2, $3, $4)
                ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name, history_at = excluded.history_at,
                    opened_at = excluded.opened_at
                """,
                [
                    id, .text(project.name), .integer(ifAny: history.current),
                    .integer(openedAt.milliseconds),
                ]
            )
            try save(history, after: known?.history, of: id, on: connection)
            try save(project.shots, after: known?.project.shots, of: id, on: connection)
            if known?.project.music != project.music || known == nil {
                try save(project.music, of: id, on: connection)
            }
        }
    }

    private func save(
        _ shots: [Shot],
        after before: [Shot]?,
        of project: SQLValue,
        on connection: any SQLConnection
    ) throws {
        let kept = Set(shots.map(\.id.description))
        let stored =
            try before?.map(\.id.description)
            ?? connection.rows("SELECT id FROM shot WHERE project = $1", [project])
            .map { try $0.text("id") }
        for shot in stored where !kept.contains(shot) {
            try connection.execute(
                "DELETE FROM shot WHERE project = $1 AND id = $2",
                [project, .text(shot)]
            )
        }
        let known = Dictionary(
            (before ?? []).enumerated().map { ($0.element.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for (position, shot) in shots.enumerated() {
            guard let old = known[shot.id], old.element == shot else {
                try save(shot, at: position, of: project, on: connection)
                continue
            }
            guard old.offset != position else { continue }
            try connection.execute(
                "UPDATE shot SET position = $3 WHERE project = $1 AND id = $2",
                [project, .text(shot.id.description), .integer(position)]
            )
        }
    }

    private func save(
        _ shot: Shot,
        at position: Int,
        of project: SQLValue,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO shot (project, id, position, name, draft, cut, selected_take)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (project, id) DO UPDATE SET
                position = excluded.position, name = excluded.name,
                draft = excluded.draft, cut = excluded.cut,
                selected_take = excluded.selected_take
            """,
            [
                project, .text(shot.id.description), .integer(position), .text(shot.name),
                .text(try StoredJSON.text(shot.draft)), .text(try StoredJSON.text(shot.cut)),
                .text(ifAny: shot.selectedTake?.description),
            ]
        )
    }
}

extension Shot {
    fileprivate init(_ row: SQLRow) throws {
        let cut = try Self.cut(row)
        self.init(
            id: try row.identifier("id"),
            name: try row.text("name"),
            draft: try row.draft("draft", of: "a shot’s draft"),
            cut: cut,
            selectedTake: try row.optionalIdentifier("selected_take")
        )
    }

    /// Most shots are whole, and to know that needs no decoding.
    private static func cut(_ row: SQLRow) throws -> Cut {
        guard let text = try row.optionalText("cut"), text != whole else { return Cut() }
        let cut = try StoredJSON.value(Cut.self, from: text, of: "a shot’s place in the film")
        guard cut.isSound else { throw WorkspaceError.damaged("a shot’s place in the film") }
        return cut
    }

    private static let whole = try? StoredJSON.text(Cut())
}
