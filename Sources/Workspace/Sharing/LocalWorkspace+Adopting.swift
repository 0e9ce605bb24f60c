import Database
package import Editorial

extension LocalWorkspace {
    /// Takes over what the service has, field by field, in one transaction.
    ///
    /// What comes of it in a project is one edit of its history, so that both
    /// values of a field are kept and it can be undone. Records of kinds that
    /// this version does not know are kept.
    package func adopt(
        _ records: [SharedRecord],
        upTo sequence: Int
    ) throws(WorkspaceError) -> SharingOutcome {
        try writing { try adopt(records, upTo: sequence, after: nil, on: $0) }
    }

    /// Takes over the beginning of what the service has, out of which was left
    /// what had been taken away, the latest of it at `latest`.
    ///
    /// Everything that is written here from then on comes after that, so that
    /// it is not lost to a removal that nobody here has heard of.
    ///
    /// - Returns: nil where something is shared from here already, which may have
    ///   been taken away; then nothing was done, and everything is to be asked for.
    package func adoptFirst(
        _ records: [SharedRecord],
        upTo sequence: Int,
        after latest: HybridStamp?
    ) throws(WorkspaceError) -> SharingOutcome? {
        try writing { connection in
            guard try sharesNothing(on: connection) else { return nil }
            return try adopt(records, upTo: sequence, after: latest, on: connection)
        }
    }

    /// Tells whether nothing was ever shared from here or taken over.
    package func sharesNothing() throws(WorkspaceError) -> Bool {
        try reading { try sharesNothing(on: $0) }
    }

    private func sharesNothing(on connection: any SQLConnection) throws -> Bool {
        try connection.rows("SELECT 1 AS one FROM shared_field LIMIT 1").isEmpty
    }

    private func adopt(
        _ records: [SharedRecord],
        upTo sequence: Int,
        after latest: HybridStamp?,
        on connection: any SQLConnection
    ) throws -> SharingOutcome {
        guard var clock = try sharingClock(on: connection) else { return SharingOutcome() }
        if let latest { clock.hear(latest) }
        var outcome = SharingOutcome()
        var touched = Touched()
        for record in records where record.key.isSound {
            let changed = try merge(record, by: clock, into: &outcome, on: connection)
            if let latest = record.latest { clock.hear(latest) }
            guard !changed.isEmpty else { continue }
            try adoptAssets(namedBy: record, on: connection)
            try touch(record, &touched, on: connection)
        }
        for id in touched.projects.sorted() where try rebuild(id, on: connection) {
            outcome.projects.insert(id)
        }
        for id in touched.projects.union(touched.filmed).sorted() {
            touched.discussed.formUnion(try adoptTakes(of: id, on: connection))
        }
        for id in touched.discussed.sorted() { try adoptComments(on: id, on: connection) }
        try save(clock, on: connection)
        try connection.execute(
            "UPDATE sharing SET sequence = MAX(sequence, $1)",
            [.integer(sequence)]
        )
        return outcome
    }

    /// What is to be made anew of what is known.
    private struct Touched {
        var projects: Set<Project.ID> = []
        /// Those with other takes.
        var filmed: Set<Project.ID> = []
        /// Of which something was said.
        var discussed: Set<Take.ID> = []
    }

    private func touch(
        _ record: SharedRecord,
        _ touched: inout Touched,
        on connection: any SQLConnection
    ) throws {
        func value<Value: Decodable>(_ field: String, as type: Value.Type) throws -> Value? {
            try sharedRecord(record.key, on: connection).value(field, as: type)
        }
        switch record.key.kind {
        case SharedKind.project:
            if let id = Project.ID(record.key.id) { touched.projects.insert(id) }
        case SharedKind.shot:
            let id = try value(SharedKind.owner, as: Project.ID.self)
            if let id { touched.projects.insert(id) }
        case SharedKind.take:
            let id = try value(SharedKind.owner, as: Project.ID.self)
            if let id { touched.filmed.insert(id) }
        case SharedKind.comment:
            let id = try value(SharedKind.subject, as: Take.ID.self)
            if let id { touched.discussed.insert(id) }
        case SharedKind.verdict:
            if let id = Take.ID(record.key.id) { touched.discussed.insert(id) }
        case SharedKind.favourite:
            try setFavourite(record.key.id, !record.isRemoved, on: connection)
        default: break
        }
    }

    /// Merges one record and returns the names of the fields that changed.
    private func merge(
        _ record: SharedRecord,
        by clock: HybridClock,
        into outcome: inout SharingOutcome,
        on connection: any SQLConnection
    ) throws -> [String] {
        var merged = try sharedRecord(record.key, on: connection)
        let before = merged
        let changed = merged.merge(record)
        let found = try conflicts(of: record, with: before, merged, by: clock, on: connection)
        for name in changed {
            guard let theirs = merged.fields[name] else { continue }
            try write(theirs, name, of: record.key, isPending: false, on: connection)
        }
        for conflict in found { try keep(conflict, on: connection) }
        outcome.conflicts += found
        return changed
    }

    /// Returns the fields that were written here since all was last met, and
    /// elsewhere without knowing of it.
    private func conflicts(
        of record: SharedRecord,
        with before: SharedRecord,
        _ merged: SharedRecord,
        by clock: HybridClock,
        on connection: any SQLConnection
    ) throws -> [SharingConflict] {
        let rows = try connection.rows(
            """
            SELECT field, base FROM shared_field
            WHERE kind = $1 AND id = $2 AND base IS NOT NULL
            """,
            [.text(record.key.kind), .text(record.key.id)]
        )
        return try rows.compactMap { row in
            let name = try row.text("field")
            guard SharingConflict.isTold(name, of: record.key.kind),
                let mine = before.fields[name], let theirs = record.fields[name],
                theirs.value != mine.value, theirs.stamp.writer != clock.writer,
                theirs.stamp.description > (try row.text("base"))
            else { return nil }
            return SharingConflict(
                key: record.key,
                field: name,
                mine: mine.value,
                theirs: theirs.value,
                isMine: merged.fields[name] == mine
            )
        }
    }

    /// Makes a project's rows of what is known of it.
    ///
    /// - Returns: Whether anything of it changed.
    func rebuild(
        _ id: Project.ID,
        title: String = "Take over what changed elsewhere",
        on connection: any SQLConnection
    ) throws -> Bool {
        let record = try sharedRecord(SharedKind.key(id), on: connection)
        // Its shots may come before it does.
        guard let name = record.value(SharedKind.name, as: String.self) else { return false }
        let stored = try storedProject(id, on: connection)
        let before = stored ?? Project(id: id, name: name, shots: [])
        var after = before
        after.name = name
        if let music = record.value(SharedKind.music, as: Music?.self),
            music?.isSound ?? true
        {
            after.music = music
        }
        after.shots = try shots(of: before, on: connection)
        let edits = before.edits(to: after)
        if stored == nil || !edits.isEmpty {
            let edit = stored == nil ? nil : Edit.several(edits, title: title)
            try adopt(after, by: edit, on: connection)
        }
        let archivedAt = record.value(SharedKind.archivedAt, as: Int?.self) ?? nil
        try connection.execute(
            """
            UPDATE project SET archived_at = $2, deleted_at = CASE WHEN $3 = 0 THEN NULL
                ELSE COALESCE(deleted_at, $4) END WHERE id = $1
            """,
            [
                .text(id.description), .integer(ifAny: archivedAt),
                .integer(record.isRemoved ? 1 : 0), .integer(clock()),
            ]
        )
        return true
    }

    /// Returns the shots that a project has, in their order.
    private func shots(
        of before: Project,
        on connection: any SQLConnection
    ) throws -> [Shot] {
        let placed = try sharedShots(of: before.id, on: connection)
            .compactMap { record -> (order: String, shot: Shot)? in
                guard !record.isRemoved, let id = Shot.ID(record.key.id),
                    let shot = Shot(record, id: id, or: before[shot: id])
                else { return nil }
                return (record.value(SharedKind.order, as: String.self) ?? "", shot)
            }
        return placed.sorted {
            ($0.order, $0.shot.id.description) < ($1.order, $1.shot.id.description)
        }.map(\.shot)
    }

    /// Writes a project that changed elsewhere, and the change as one edit, or
    /// one that is new here; which does not become the one that was open last.
    private func adopt(
        _ project: Project,
        by edit: Edit?,
        on connection: any SQLConnection
    ) throws {
        let id = SQLValue.text(project.id.description)
        let row = try connection.rows("SELECT history_at FROM project WHERE id = $1", [id]).first
        let current = try row?.optionalInteger("history_at")
        let before = edit == nil ? nil : try? history(of: project.id, at: current, on: connection)
        var after = before ?? EditHistory()
        if let edit { after.record(edit) }
        try connection.execute(
            """
            INSERT INTO project (id, name, history_at, opened_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (id) DO UPDATE SET
                name = excluded.name, history_at = excluded.history_at
            """,
            [
                id, .text(project.name), .integer(ifAny: after.current),
                .integer(project.id.value.time.milliseconds),
            ]
        )
        try save(after, after: before, of: id, on: connection)
        try save(project.shots, after: nil, of: id, on: connection)
        try save(project.music, of: id, on: connection)
    }

    private func setFavourite(
        _ preset: String,
        _ isOn: Bool,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            isOn
                ? "INSERT INTO favourite (preset) VALUES ($1) ON CONFLICT DO NOTHING"
                : "DELETE FROM favourite WHERE preset = $1",
            [.text(preset)]
        )
    }
}

extension Shot {
    /// Makes a shot of its record; what cannot be read is as it was here.
    fileprivate init?(_ record: SharedRecord, id: Shot.ID, or before: Shot?) {
        guard let name = record.value(SharedKind.name, as: String.self) ?? before?.name else {
            return nil
        }
        let cut = record.value(SharedKind.cut, as: Cut.self).flatMap { $0.isSound ? $0 : nil }
        self.init(
            id: id,
            name: name,
            draft: record.draft(or: before?.draft ?? Draft()),
            cut: cut ?? before?.cut ?? Cut(),
            selectedTake: record.value(SharedKind.selectedTake, as: Take.ID?.self)
                ?? before?.selectedTake
        )
    }
}
