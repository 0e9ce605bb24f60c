import Database
import Editorial

extension LocalWorkspace {
    /// Returns the edits of a project as a tree.
    ///
    /// - Throws: ``WorkspaceError`` where they cannot be read or do not fit together.
    func history(
        of project: Project.ID,
        at current: Int?,
        on connection: any SQLConnection
    ) throws -> EditHistory {
        let nodes = try connection.rows(
            "SELECT id, parent, edit FROM edit WHERE project = $1 ORDER BY id",
            [.text(project.description)]
        ).map { row in
            EditHistory.Node(
                id: try row.integer("id"),
                parent: try row.optionalInteger("parent"),
                edit: try StoredJSON.value(Edit.self, from: try row.text("edit"), of: "an edit")
            )
        }
        guard let history = EditHistory(nodes: nodes, current: current), history.isSound else {
            throw WorkspaceError.damaged("the history of a project")
        }
        return history
    }

    /// Writes the edits that differ from those that are stored.
    func save(
        _ history: EditHistory,
        after before: EditHistory?,
        of project: SQLValue,
        on connection: any SQLConnection
    ) throws {
        if before == nil {
            try connection.execute("DELETE FROM edit WHERE project = $1", [project])
        }
        let kept = Set(history.nodes.map(\.id))
        for node in before?.nodes ?? [] where !kept.contains(node.id) {
            try connection.execute(
                "DELETE FROM edit WHERE project = $1 AND id = $2",
                [project, .integer(node.id)]
            )
        }
        for node in history.nodes where before?[node.id] != node {
            try connection.execute(
                """
                INSERT INTO edit (project, id, parent, edit) VALUES ($1, $2, $3, $4)
                ON CONFLICT (project, id) DO UPDATE SET
                    parent = excluded.parent, edit = excluded.edit
                """,
                [
                    project, .integer(node.id), .integer(ifAny: node.parent),
                    .text(try StoredJSON.text(node.edit)),
                ]
            )
        }
    }

    /// Throws where the stored edits are not those that were written last.
    func refuseConflict(
        with before: EditHistory,
        of project: Project,
        on connection: any SQLConnection
    ) throws {
        let rows = try connection.rows(
            """
            SELECT history_at, (SELECT COUNT(*) FROM edit WHERE project = $1) AS edits,
                (SELECT MAX(id) FROM edit WHERE project = $1) AS newest
            FROM project WHERE id = $1
            """,
            [.text(project.id.description)]
        )
        guard let row = rows.first else { return }
        let isAsBefore =
            try row.optionalInteger("history_at") == before.current
            && row.integer("edits") == before.nodes.count
            && row.optionalInteger("newest") == before.nodes.last?.id
        guard !isAsBefore else { return }
        throw WorkspaceError(
            kind: .conflict,
            message: "“\(project.name)” was changed in another Kinema meanwhile; "
                + "what was done here is kept as a copy of it."
        )
    }
}
