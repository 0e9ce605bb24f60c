import Database

extension AssetDesk {
    /// The most that is removed in one go.
    private static let portion = 200

    /// Forgets what was never sent to its end, and removes bytes that nothing
    /// has referred to for a while.
    ///
    /// What cannot be removed is tried again after the grace, and holds up nothing else.
    ///
    /// - Returns: How many names of the storage are free of bytes now.
    /// - Throws: Also, at the end, why the last of what is still there could not be removed.
    @discardableResult
    package func sweep() async throws -> Int {
        try await forgetOld()
        try await storage.clean()
        var count = 0
        var failure: (any Error)?
        let limit = now() - settings.grace * 1000
        while true {
            let garbage = try await store.read { connection in
                try connection.rows(
                    """
                    SELECT storage_key, ticket FROM asset_garbage WHERE let_go_at < $1
                    ORDER BY let_go_at LIMIT \(Self.portion)
                    """,
                    [.integer(limit)]
                )
            }
            for row in garbage {
                let text = try row.text("storage_key")
                do {
                    if let key = StorageKey(text) {
                        try await storage.remove(key, ticket: try row.optionalText("ticket"))
                    }
                } catch {
                    failure = error
                    try await postpone(text)
                    continue
                }
                // Only now, so that what a crash comes between is removed again.
                try await store.write { connection in
                    try connection.execute(
                        "DELETE FROM asset_garbage WHERE storage_key = $1",
                        [.text(text)]
                    )
                }
                count += 1
            }
            guard garbage.count == Self.portion else { break }
        }
        if let failure { throw failure }
        return count
    }

    private func postpone(_ key: String) async throws {
        try await store.write { [now = now()] connection in
            try connection.execute(
                "UPDATE asset_garbage SET let_go_at = $2 WHERE storage_key = $1",
                [.text(key), .integer(now)]
            )
        }
    }

    private func forgetOld() async throws {
        try await store.write { [now = now()] connection in
            let rows = try connection.rows(
                """
                SELECT id FROM asset_upload WHERE expires_at < $1
                \(connection.dialect.lockSkippingLocked)
                """,
                [.integer(now)]
            )
            for row in rows {
                try Self.forget(upload: try row.text("id"), at: now, on: connection)
            }
        }
    }

    /// Lets go of every file of a space, before it is removed.
    static func letGo(
        ofEverythingIn space: String,
        at now: Int,
        on connection: any SQLConnection
    ) throws {
        let uploads = try connection.rows(
            "SELECT id FROM asset_upload WHERE space = $1 \(connection.dialect.lock)",
            [.text(space)]
        )
        for row in uploads { try forget(upload: try row.text("id"), at: now, on: connection) }
        // In one order, so that no two of these wait for each other.
        let assets = try connection.rows(
            "SELECT digest FROM asset WHERE space = $1 ORDER BY digest",
            [.text(space)]
        )
        for row in assets {
            try letGo(of: try row.text("digest"), in: space, at: now, on: connection)
        }
    }

    /// Lets go of what an account was sending anywhere, before it is removed.
    static func letGo(
        ofUploadsBy account: String,
        at now: Int,
        on connection: any SQLConnection
    ) throws {
        let uploads = try connection.rows(
            "SELECT id FROM asset_upload WHERE account = $1 \(connection.dialect.lock)",
            [.text(account)]
        )
        for row in uploads { try forget(upload: try row.text("id"), at: now, on: connection) }
    }
}
