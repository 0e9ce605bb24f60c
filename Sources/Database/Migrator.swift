/// Brings a database up to the schema that this version of the program knows.
package struct Migrator: Sendable {
    /// In the order they are carried out.
    package let migrations: [Migration]

    /// - Precondition: No two migrations have the same name.
    package init(_ migrations: [Migration]) {
        precondition(
            Set(migrations.map(\.name)).count == migrations.count,
            "Every migration has a name of its own."
        )
        self.migrations = migrations
    }

    /// Carries out what is missing, each migration in one transaction with its record.
    ///
    /// Doing it twice, or in two processes at once, does it once.
    ///
    /// - Throws: ``DatabaseError``, of kind `newer` when a migration is
    ///   recorded that this version does not know; nothing is changed then.
    package func migrate(_ database: any SQLDatabase) throws {
        let pending = try database.write { connection in
            try lock(connection)
            try connection.execute(
                "CREATE TABLE IF NOT EXISTS schema_migration (name TEXT NOT NULL PRIMARY KEY)"
            )
            return try missing(on: connection)
        }
        for migration in pending {
            if migration.rebuildsTables {
                try database.rebuild { try carryOut(migration, on: $0) }
            } else {
                try database.write { try carryOut(migration, on: $0) }
            }
        }
    }

    private func carryOut(_ migration: Migration, on connection: any SQLConnection) throws {
        try lock(connection)
        guard try missing(on: connection).contains(migration) else { return }
        for statement in migration.statements {
            guard let spelled = connection.dialect.spelling(of: statement) else { continue }
            try connection.execute(spelled)
        }
        try connection.execute(
            "INSERT INTO schema_migration (name) VALUES ($1)",
            [.text(migration.name)]
        )
    }

    private func lock(_ connection: any SQLConnection) throws {
        guard let lock = connection.dialect.migrationLock else { return }
        _ = try connection.rows(lock)
    }

    private func missing(on connection: any SQLConnection) throws(DatabaseError) -> [Migration] {
        var done: Set<String> = []
        for row in try connection.rows("SELECT name FROM schema_migration") {
            done.insert(try row.text("name"))
        }
        guard done.isSubset(of: migrations.map(\.name)) else {
            throw DatabaseError(
                kind: .newer,
                message: "A newer version of this program wrote the database; update the program."
            )
        }
        return migrations.filter { !done.contains($0.name) }
    }
}
