import Database
import Editorial

extension LocalWorkspace {
    /// The most that are kept; of more the oldest are forgotten, which the history has still.
    private static let conflictLimit = 200

    /// Returns the fields that were changed here and elsewhere and of which
    /// nobody has chosen since, the newest first.
    package func conflicts() throws(WorkspaceError) -> [SharingConflict] {
        try reading { connection in
            try connection.rows("SELECT * FROM shared_conflict ORDER BY at DESC, kind, id, field")
                .map { row in
                    let key = SharedRecord.Key(
                        kind: try row.text("kind"),
                        id: try row.text("id")
                    )
                    var conflict = SharingConflict(
                        key: key,
                        field: try row.text("field"),
                        mine: try row.text("mine"),
                        theirs: try row.text("theirs"),
                        isMine: try row.integer("is_mine") == 1
                    )
                    conflict.place = try place(of: key, on: connection)
                    return conflict
                }
        }
    }

    /// Lets one of the two values stand; the other stays in the history.
    ///
    /// In a project it is an edit like any other.
    package func settle(
        _ conflict: SharingConflict,
        takingMine isMine: Bool
    ) throws(WorkspaceError) {
        try writing { connection in
            let value = isMine ? conflict.mine : conflict.theirs
            try note([conflict.field: value], of: conflict.key, on: connection)
            try forgetConflict(conflict.key, conflict.field, on: connection)
            guard let project = try project(of: conflict.key, on: connection) else { return }
            _ = try rebuild(
                project,
                title: "Choose a value that was changed on both sides",
                on: connection
            )
        }
    }

    func keep(_ conflict: SharingConflict, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO shared_conflict (kind, id, field, mine, theirs, is_mine, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (kind, id, field) DO UPDATE SET mine = excluded.mine,
                theirs = excluded.theirs, is_mine = excluded.is_mine, at = excluded.at
            """,
            [
                .text(conflict.key.kind), .text(conflict.key.id), .text(conflict.field),
                .text(conflict.mine), .text(conflict.theirs),
                .integer(conflict.isMine ? 1 : 0), .integer(clock()),
            ]
        )
        try connection.execute(
            """
            DELETE FROM shared_conflict WHERE rowid NOT IN (
                SELECT rowid FROM shared_conflict ORDER BY at DESC LIMIT $1
            )
            """,
            [.integer(Self.conflictLimit)]
        )
    }

    /// Whoever writes the field anew has chosen.
    func forgetConflict(
        _ key: SharedRecord.Key,
        _ field: String,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "DELETE FROM shared_conflict WHERE kind = $1 AND id = $2 AND field = $3",
            [.text(key.kind), .text(key.id), .text(field)]
        )
    }

    /// Returns the project that a record is a part of.
    private func project(
        of key: SharedRecord.Key,
        on connection: any SQLConnection
    ) throws -> Project.ID? {
        switch key.kind {
        case SharedKind.project: Project.ID(key.id)
        case SharedKind.shot:
            try sharedRecord(key, on: connection).value(SharedKind.owner, as: Project.ID.self)
        default: nil
        }
    }

    /// Returns where a record is, as a person would say it.
    private func place(
        of key: SharedRecord.Key,
        on connection: any SQLConnection
    ) throws -> String {
        let name = try sharedRecord(key, on: connection).value(SharedKind.name, as: String.self)
        guard key.kind == SharedKind.shot, let project = try project(of: key, on: connection)
        else { return name.map { "“\($0)”" } ?? key.id }
        let film = try sharedRecord(SharedKind.key(project), on: connection)
            .value(SharedKind.name, as: String.self)
        return "“\(name ?? "a shot")” of “\(film ?? "a project")”"
    }
}
