import Database
package import Editorial

extension LocalWorkspace {
    /// How the panels of each project were left, in the interface's own words.
    static let panelsMigration = Migration(
        "workspace-panels",
        [
            """
            CREATE TABLE project_panels (
                project TEXT NOT NULL PRIMARY KEY REFERENCES project (id) ON DELETE CASCADE,
                panels TEXT NOT NULL
            )
            """
        ]
    )

    /// Returns what the interface keeps of a project's panels; nil for nothing.
    package func panels(of project: Project.ID) throws(WorkspaceError) -> String? {
        try reading { connection in
            try connection.rows(
                "SELECT panels FROM project_panels WHERE project = $1",
                [.text(project.description)]
            ).first?.text("panels")
        }
    }

    /// Keeps how the panels of a project are; one that is gone has none.
    package func keep(
        panels: String,
        of project: Project.ID
    ) throws(WorkspaceError) {
        try writing { connection in
            try connection.execute(
                """
                INSERT INTO project_panels (project, panels)
                SELECT id, $2 FROM project WHERE id = $1
                ON CONFLICT (project) DO UPDATE SET panels = excluded.panels
                """,
                [.text(project.description), .text(panels)]
            )
        }
    }
}
