import Database
package import Editorial

extension LocalWorkspace {
    /// Returns with whom the workspace is shared; nil when with nobody.
    package func sharing() throws(WorkspaceError) -> SharingState? {
        try reading { connection in
            let rows = try connection.rows(
                """
                SELECT *, (SELECT COUNT(*) FROM (
                    SELECT DISTINCT kind, id FROM shared_field WHERE is_pending = 1
                )) AS pending, (SELECT COUNT(*) FROM shared_conflict) AS conflicts FROM sharing
                """
            )
            return try rows.first.map { row in
                SharingState(
                    server: try row.text("server"),
                    account: try row.text("account"),
                    space: try row.text("space"),
                    isOwn: try row.integer("is_own") == 1,
                    sequence: try row.integer("sequence"),
                    metAt: try row.optionalInteger("met_at").map { Timestamp(milliseconds: $0) },
                    pendingCount: try row.integer("pending"),
                    conflictCount: try row.integer("conflicts")
                )
            }
        }
    }

    /// Begins to share everything here with a space.
    ///
    /// What is here already is stamped and waits to be sent. Beginning again
    /// with the same space changes nothing. What is a person's own, such as their
    /// favourites, goes into their own space alone.
    ///
    /// - Throws: ``WorkspaceError`` of kind `conflict` when it is shared with
    ///   another account already.
    package func share(
        server: String,
        account: String,
        space: String,
        isOwn: Bool,
        writer: UInt64
    ) throws(WorkspaceError) {
        try writing { connection in
            if let row = try connection.rows("SELECT account, space, server FROM sharing").first {
                guard try row.text("account") == account, try row.text("space") == space else {
                    throw WorkspaceError.sharedElsewhere(try row.text("server"))
                }
                return
            }
            let clock = HybridClock(writer: writer)
            try connection.execute(
                """
                INSERT INTO sharing (one, server, account, space, writer, last, sequence, is_own)
                VALUES (1, $1, $2, $3, $4, $5, 0, $6)
                """,
                [
                    .text(server), .text(account), .text(space),
                    .text(String(writer, radix: 16)), .text(clock.last.description),
                    .integer(isOwn ? 1 : 0),
                ]
            )
            try noteEverything(on: connection)
        }
    }

    private func noteEverything(on connection: any SQLConnection) throws {
        let rows = try connection.rows("SELECT id, archived_at, deleted_at FROM project")
        for row in rows {
            let id: Project.ID = try row.identifier("id")
            guard let project = try storedProject(id, on: connection) else { continue }
            try note(project, after: nil, on: connection)
            try note(
                [
                    SharedKind.archivedAt: try StoredJSON.text(
                        try row.optionalInteger("archived_at")
                    ),
                    SharedRecord.removal: try row.optionalInteger("deleted_at") == nil
                        ? SharedRecord.no : SharedRecord.yes,
                ],
                of: SharedKind.key(id),
                on: connection
            )
        }
        try noteTakes(on: connection)
        try noteComments(on: connection)
        for row in try connection.rows("SELECT preset FROM favourite") {
            try noteFavourite(try row.text("preset"), true, on: connection)
        }
    }

    /// Returns records with what waits to be sent, the oldest writing first;
    /// those of one kind alone where that is named.
    package func pendingRecords(
        limit: Int,
        of kind: String? = nil
    ) throws(WorkspaceError) -> [SharedRecord] {
        try reading { connection in
            let rows = try connection.rows(
                """
                SELECT kind, id, field, value, stamp FROM shared_field
                WHERE is_pending = 1 AND (kind, id) IN (
                    SELECT kind, id FROM shared_field
                    WHERE is_pending = 1 AND ($2 IS NULL OR kind = $2)
                    GROUP BY kind, id ORDER BY MIN(stamp), kind, id LIMIT $1
                )
                """,
                [.integer(limit), .text(ifAny: kind)]
            )
            var records: [SharedRecord.Key: SharedRecord] = [:]
            for row in rows {
                let key = SharedRecord.Key(kind: try row.text("kind"), id: try row.text("id"))
                records[key, default: SharedRecord(key: key)].fields[try row.text("field")] =
                    try row.stampedValue()
            }
            return records.values.sorted { $0.key < $1.key }
        }
    }

    /// Notes that the service has these; what was written since still waits.
    package func acknowledge(_ records: [SharedRecord]) throws(WorkspaceError) {
        try writing { connection in
            for record in records {
                for (name, field) in record.fields {
                    try connection.execute(
                        """
                        UPDATE shared_field SET is_pending = 0
                        WHERE kind = $1 AND id = $2 AND field = $3 AND stamp = $4
                        """,
                        [
                            .text(record.key.kind), .text(record.key.id), .text(name),
                            .text(field.stamp.description),
                        ]
                    )
                }
            }
        }
    }

    /// Keeps records here that the service does not take, until they are written anew.
    package func setAside(_ records: [SharedRecord]) throws(WorkspaceError) {
        try writing { connection in
            for record in records {
                try connection.execute(
                    """
                    UPDATE shared_field SET is_pending = 2
                    WHERE kind = $1 AND id = $2 AND is_pending = 1
                    """,
                    [.text(record.key.kind), .text(record.key.id)]
                )
            }
        }
    }

    /// Notes that everything was sent and taken over, so that what others write
    /// from now on was written knowing of it.
    package func noteMeeting(at time: Timestamp) throws(WorkspaceError) {
        try writing { connection in
            try connection.execute(
                "UPDATE shared_field SET base = NULL WHERE base IS NOT NULL AND is_pending = 0"
            )
            try connection.execute("UPDATE sharing SET met_at = $1", [.integer(time.milliseconds)])
        }
    }
}

extension SQLRow {
    func stampedValue() throws -> StampedValue {
        guard let stamp = HybridStamp(try text("stamp")) else {
            throw WorkspaceError.damaged("the stamp of a shared field")
        }
        return StampedValue(try text("value"), stamp)
    }
}

extension WorkspaceError {
    fileprivate static func sharedElsewhere(_ server: String) -> WorkspaceError {
        WorkspaceError(
            kind: .conflict,
            message: "This workspace is shared with another account at \(server); sign in with "
                + "that one, or choose another workspace with KINEMA_HOME."
        )
    }
}
