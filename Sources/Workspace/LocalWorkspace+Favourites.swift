import Database

extension LocalWorkspace {
    /// Returns the ids of the presets that are marked.
    package func favourites() throws(WorkspaceError) -> Set<String> {
        try reading { connection in
            Set(try connection.rows("SELECT preset FROM favourite").map { try $0.text("preset") })
        }
    }

    /// Marks a preset or takes the mark away; twice is the same as once.
    package func setFavourite(_ preset: String, _ on: Bool) throws(WorkspaceError) {
        try writing { connection in
            try connection.execute(
                on
                    ? "INSERT INTO favourite (preset) VALUES ($1) ON CONFLICT DO NOTHING"
                    : "DELETE FROM favourite WHERE preset = $1",
                [.text(preset)]
            )
            try noteFavourite(preset, on, on: connection)
        }
    }
}
