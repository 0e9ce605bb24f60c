import Database
import Editorial

extension LocalWorkspace {
    /// Stamps what differs of a project from what it was, or from what is known
    /// to be shared when that is nil.
    ///
    /// Nothing is done while nobody has signed in.
    func note(
        _ project: Project,
        after before: Project?,
        on connection: any SQLConnection
    ) throws {
        guard try isSharing(on: connection) else { return }
        let now = try project.sharedFields()
        let then = try before?.sharedFields() ?? [:]
        for (key, fields) in now {
            let old = then[key] ?? [:]
            let changed = fields.filter { old[$0.key] != $0.value }
            if !changed.isEmpty { try note(changed, of: key, on: connection) }
        }
        let gone: [SharedRecord.Key]
        if before == nil {
            gone = try sharedShots(of: project.id, on: connection)
                .filter { !$0.isRemoved && now[$0.key] == nil }.map(\.key)
        } else {
            gone = then.keys.filter { now[$0] == nil }
        }
        for key in gone {
            try note([SharedRecord.removal: SharedRecord.yes], of: key, on: connection)
        }
        if before?.shots.map(\.id) != project.shots.map(\.id) {
            try noteOrder(of: project.shots, on: connection)
        }
    }

    private func noteOrder(of shots: [Shot], on connection: any SQLConnection) throws {
        let keys = try shots.map { shot in
            try sharedRecord(SharedKind.key(shot.id), on: connection)
                .value(SharedKind.order, as: String.self).flatMap { OrderKey($0) }
        }
        for (shot, (old, new)) in zip(shots, zip(keys, OrderKey.assigning(keys))) where old != new {
            try note(
                [SharedKind.order: try StoredJSON.text(new.text)],
                of: SharedKind.key(shot.id),
                on: connection
            )
        }
    }

    /// Stamps a favourite, or that it is none any more; no team is told of it.
    func noteFavourite(
        _ preset: String,
        _ isOn: Bool,
        on connection: any SQLConnection
    ) throws {
        let key = SharedRecord.Key(kind: SharedKind.favourite, id: preset)
        let own = try connection.rows("SELECT one FROM sharing WHERE is_own = 1")
        guard key.isSound, !own.isEmpty else { return }
        let removal = isOn ? SharedRecord.no : SharedRecord.yes
        try note([SharedRecord.removal: removal], of: key, on: connection)
    }

    /// Stamps fields of one record; those that hold the same already stay as they are.
    func note(
        _ fields: SharedFields,
        of key: SharedRecord.Key,
        on connection: any SQLConnection
    ) throws {
        let known = try sharedRecord(key, on: connection).fields
        let changed = fields.filter { known[$0.key]?.value != $0.value }
        guard !changed.isEmpty, var clock = try sharingClock(on: connection) else { return }
        // What the service did not take as it was is sent again with what is new in it.
        try connection.execute(
            """
            UPDATE shared_field SET is_pending = 1
            WHERE kind = $1 AND id = $2 AND is_pending = 2
            """,
            [.text(key.kind), .text(key.id)]
        )
        let stamp = clock.stamp(now: self.clock())
        for (name, value) in changed {
            try write(StampedValue(value, stamp), name, of: key, isPending: true, on: connection)
            try forgetConflict(key, name, on: connection)
        }
        try save(clock, on: connection)
        try noteAssets(namedBy: changed, of: key, on: connection)
    }

    func write(
        _ field: StampedValue,
        _ name: String,
        of key: SharedRecord.Key,
        isPending: Bool,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO shared_field (kind, id, field, value, stamp, is_pending, base)
            VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $6 = 1 THEN '' END)
            ON CONFLICT (kind, id, field) DO UPDATE SET value = excluded.value,
                stamp = excluded.stamp, is_pending = excluded.is_pending,
                base = CASE WHEN excluded.is_pending = 1
                    THEN COALESCE(shared_field.base, shared_field.stamp) END
            """,
            [
                .text(key.kind), .text(key.id), .text(name), .text(field.value),
                .text(field.stamp.description), .integer(isPending ? 1 : 0),
            ]
        )
    }

    func isSharing(on connection: any SQLConnection) throws -> Bool {
        try !connection.rows("SELECT one FROM sharing").isEmpty
    }

    func sharingClock(on connection: any SQLConnection) throws -> HybridClock? {
        guard let row = try connection.rows("SELECT writer, last FROM sharing").first else {
            return nil
        }
        guard let writer = UInt64(try row.text("writer"), radix: 16),
            let last = HybridStamp(try row.text("last"))
        else { throw WorkspaceError.damaged("the clock of what is shared") }
        return HybridClock(writer: writer, last: last)
    }

    func save(_ clock: HybridClock, on connection: any SQLConnection) throws {
        try connection.execute(
            "UPDATE sharing SET last = $1",
            [.text(clock.last.description)]
        )
    }

    /// Returns what is known of a record; without fields when nothing is.
    func sharedRecord(
        _ key: SharedRecord.Key,
        on connection: any SQLConnection
    ) throws -> SharedRecord {
        var record = SharedRecord(key: key)
        let rows = try connection.rows(
            "SELECT field, value, stamp FROM shared_field WHERE kind = $1 AND id = $2",
            [.text(key.kind), .text(key.id)]
        )
        for row in rows { record.fields[try row.text("field")] = try row.stampedValue() }
        return record
    }

    /// Returns every shot that is known to be of a project, those taken away too.
    func sharedShots(
        of project: Project.ID,
        on connection: any SQLConnection
    ) throws -> [SharedRecord] {
        try connection.rows(
            """
            SELECT id FROM shared_field
            WHERE kind = 'shot' AND field = 'project' AND value = $1
            """,
            [.text(try StoredJSON.text(project))]
        ).map { row in
            let key = SharedRecord.Key(kind: SharedKind.shot, id: try row.text("id"))
            return try sharedRecord(key, on: connection)
        }
    }
}
