import Database
package import Editorial

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

    /// Returns whether a project's stored edits are these, because nobody wrote
    /// since they were read or written; cheap however many there are.
    ///
    /// A project that is not stored is held as anything.
    package func holds(
        _ history: EditHistory,
        of project: Project.ID
    ) throws(WorkspaceError) -> Bool {
        try reading { try holds(history, of: project, on: $0) }
    }

    /// Throws where the stored edits are not those that were written last.
    func refuseConflict(
        with before: EditHistory,
        of project: Project,
        on connection: any SQLConnection
    ) throws {
        guard try !holds(before, of: project.id, on: connection) else { return }
        throw WorkspaceError(
            kind: .conflict,
            message: "“\(project.name)” was changed by somebody else meanwhile; open it again."
        )
    }

    private func holds(
        _ history: EditHistory,
        of project: Project.ID,
        on connection: any SQLConnection
    ) throws -> Bool {
        let rows = try connection.rows(
            """
            SELECT history_at, (SELECT COUNT(*) FROM edit WHERE project = $1) AS edits,
                (SELECT MAX(id) FROM edit WHERE project = $1) AS newest
            FROM project WHERE id = $1
            """,
            [.text(project.description)]
        )
        guard let row = rows.first else { return true }
        return try row.optionalInteger("history_at") == history.current
            && row.integer("edits") == history.nodes.count
            && row.optionalInteger("newest") == history.nodes.last?.id
    }
}
