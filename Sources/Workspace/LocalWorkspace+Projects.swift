import Database
package import Editorial

extension LocalWorkspace {
    /// Returns every project, the one that was opened last first.
    package func projects() throws(WorkspaceError) -> [ProjectSummary] {
        try reading { connection in
            try connection.rows(
                """
                SELECT id, name, opened_at,
                    (SELECT COUNT(*) FROM shot WHERE shot.project = project.id) AS shots,
                    (SELECT COUNT(*) FROM take WHERE take.project = project.id) AS takes
                FROM project ORDER BY opened_at DESC, id DESC
                """
            ).map { row in
                ProjectSummary(
                    id: try row.identifier("id"),
                    name: try row.text("name"),
                    shotCount: try row.integer("shots"),
                    takeCount: try row.integer("takes"),
                    openedAt: Timestamp(milliseconds: try row.integer("opened_at"))
                )
            }
        }
    }

    /// Returns the project that was opened last; nil when there is none.
    package func lastProject() throws(WorkspaceError) -> Project.ID? {
        try reading { connection in
            try connection.rows(
                "SELECT id FROM project ORDER BY opened_at DESC, id DESC LIMIT 1"
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
                "SELECT name, history FROM project WHERE id = $1",
                [.text(id.description)]
            )
            guard let row = project.first else { return nil }
            let shots = try connection.rows(
                "SELECT * FROM shot WHERE project = $1 ORDER BY position",
                [.text(id.description)]
            ).map(Shot.init)
            let history = try? StoredJSON.value(
                EditHistory.self,
                from: try row.text("history"),
                of: "the history"
            )
            return (
                Project(id: id, name: try row.text("name"), shots: shots),
                history.flatMap { $0.isSound ? $0 : nil } ?? EditHistory()
            )
        }
    }

    /// Writes a project as it is now, with its edits.
    ///
    /// Shots that are gone from it are removed; their takes stay, for the day
    /// when undo brings them back.
    ///
    /// `openedAt` is when it was opened last, for the order of ``projects()``.
    package func save(
        _ project: Project,
        history: EditHistory,
        openedAt: Timestamp
    ) throws(WorkspaceError) {
        let edits = try StoredJSON.text(history)
        let id = SQLValue.text(project.id.description)
        try writing { connection in
            try connection.execute(
                """
                INSERT INTO project (id, name, history, opened_at) VALUES ($1, $2, $3, $4)
                ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name, history = excluded.history,
                    opened_at = excluded.opened_at
                """,
                [id, .text(project.name), .text(edits), .integer(openedAt.milliseconds)]
            )
            let kept = Set(project.shots.map(\.id.description))
            for row in try connection.rows("SELECT id FROM shot WHERE project = $1", [id]) {
                let shot = try row.text("id")
                if kept.contains(shot) { continue }
                try connection.execute(
                    "DELETE FROM shot WHERE project = $1 AND id = $2",
                    [id, .text(shot)]
                )
            }
            for (position, shot) in project.shots.enumerated() {
                try save(shot, at: position, of: id, on: connection)
            }
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
            INSERT INTO shot (project, id, position, name, draft, selected_take)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (project, id) DO UPDATE SET
                position = excluded.position, name = excluded.name,
                draft = excluded.draft, selected_take = excluded.selected_take
            """,
            [
                project, .text(shot.id.description), .integer(position), .text(shot.name),
                .text(try StoredJSON.text(shot.draft)),
                .text(ifAny: shot.selectedTake?.description),
            ]
        )
    }
}

extension Shot {
    fileprivate init(_ row: SQLRow) throws {
        self.init(
            id: try row.identifier("id"),
            name: try row.text("name"),
            draft: try row.draft("draft", of: "a shot’s draft"),
            selectedTake: try row.optionalIdentifier("selected_take")
        )
    }
}
