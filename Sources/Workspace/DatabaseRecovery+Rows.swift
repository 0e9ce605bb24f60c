import Database

// Rows out of a table of which a part may be damaged.
extension DatabaseRecovery {
    /// How many rows are read at a time.
    private static let batch = 200

    /// Returns what can be read of a table; columns that an older version did
    /// not have are left to their defaults.
    func read(
        _ table: Table,
        from database: any SQLDatabase
    ) -> (found: [[String: SQLValue]], isDamaged: Bool) {
        guard let names = try? columns(of: table, in: database), !names.isEmpty else {
            return ([], true)
        }
        var found: [Int: [String: SQLValue]] = [:]
        let forward = walk(table, names, in: database, backwards: false, into: &found)
        if forward { return (sorted(found), false) }
        _ = walk(table, names, in: database, backwards: true, into: &found)
        if found.isEmpty, let all = try? whole(table, names, in: database) { return (all, false) }
        return (sorted(found), true)
    }

    private func sorted(_ found: [Int: [String: SQLValue]]) -> [[String: SQLValue]] {
        found.sorted { $0.key < $1.key }.map(\.value)
    }

    private func columns(of table: Table, in database: any SQLDatabase) throws -> [String] {
        try database.read { connection in
            let rows = try connection.rows("SELECT name FROM pragma_table_info('\(table.name)')")
            let there = Set(try rows.map { try $0.text("name") })
            return table.columns.filter(there.contains)
        }
    }

    /// Reads from one end as far as it goes.
    ///
    /// - Returns: Whether it went to the other end.
    private func walk(
        _ table: Table,
        _ names: [String],
        in database: any SQLDatabase,
        backwards: Bool,
        into found: inout [Int: [String: SQLValue]]
    ) -> Bool {
        var place = backwards ? Int.max : Int.min
        var limit = Self.batch
        while true {
            let order = backwards ? "rowid < $1 ORDER BY rowid DESC" : "rowid > $1 ORDER BY rowid"
            let sql =
                "SELECT rowid AS recovered_rowid, \(names.joined(separator: ", ")) "
                + "FROM \(table.name) WHERE \(order) LIMIT \(limit)"
            do {
                let rows = try database.read { try $0.rows(sql, [.integer(place)]) }
                for row in rows {
                    place = try row.integer("recovered_rowid")
                    found[place] = try values(names, of: row)
                }
                if rows.count < limit { return true }
            } catch {
                if limit == 1 { return false }
                limit = limit > 10 ? 10 : 1
            }
        }
    }

    /// A table that has no row numbers.
    private func whole(
        _ table: Table,
        _ names: [String],
        in database: any SQLDatabase
    ) throws -> [[String: SQLValue]] {
        try database.read { connection in
            let sql = "SELECT \(names.joined(separator: ", ")) FROM \(table.name)"
            return try connection.rows(sql).map { try values(names, of: $0) }
        }
    }

    private func values(_ names: [String], of row: SQLRow) throws -> [String: SQLValue] {
        try Dictionary(uniqueKeysWithValues: names.map { ($0, try row.value($0)) })
    }

    /// Writes rows, without those that refer to what is lost.
    func write(
        _ rows: [[String: SQLValue]],
        of table: Table,
        to database: any SQLDatabase
    ) throws -> Int {
        try database.write { connection in
            // The trigger has made entries already, under other numbers.
            if table.name == "library_entry" { try connection.execute("DELETE FROM library_entry") }
            var count = 0
            for row in rows {
                let names = table.columns.filter { row[$0] != nil }
                let places = names.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
                do {
                    count += try connection.execute(
                        "INSERT OR IGNORE INTO \(table.name) (\(names.joined(separator: ", "))) "
                            + "VALUES (\(places))",
                        names.compactMap { row[$0] }
                    )
                } catch let error as DatabaseError {
                    guard error.kind == .constraint else { throw error }
                }
            }
            return count
        }
    }
}
