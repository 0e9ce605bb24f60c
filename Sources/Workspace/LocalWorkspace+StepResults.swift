import Database
package import Editorial

extension LocalWorkspace {
    /// Returns what a step of this recipe left; nil when none did, or when its
    /// file is gone.
    package func stepResult(of recipe: String) throws(WorkspaceError) -> Asset? {
        let key = Self.key(of: recipe)
        let asset = try reading { connection in
            try connection.rows(
                """
                SELECT asset.* FROM step_result JOIN asset ON asset.id = step_result.asset
                WHERE step_result.recipe = $1
                """,
                [.text(key)]
            ).first.map(Asset.init)
        }
        guard let asset, try assets.path(of: asset.id) != nil else { return nil }
        return asset
    }

    /// Notes what a step left, within the caller's transaction; what is noted
    /// last counts.
    ///
    /// The asset was recorded before.
    func recordStepResult(
        _ asset: Asset.ID,
        of recipe: String,
        on connection: any SQLConnection
    ) throws(WorkspaceError) {
        do {
            try connection.execute(
                """
                INSERT INTO step_result (recipe, asset) VALUES ($1, $2)
                ON CONFLICT (recipe) DO UPDATE SET asset = excluded.asset
                """,
                [.text(Self.key(of: recipe)), .text(asset.digest)]
            )
        } catch {
            throw WorkspaceError(error, in: directory)
        }
    }

    /// Returns the hash of a recipe, which may name a file.
    static func key(of recipe: String) -> String {
        var hash = SHA256()
        Array(recipe.utf8).withUnsafeBytes { hash.update($0) }
        return hash.digest()
    }
}
