import Database
import Editorial

/// A file of a person's as it is to be on this machine.
package struct SharedFileChange: Hashable, Sendable {
    package var kind: String
    /// Without its folder and its ending.
    package var name: String
    /// nil for one that was removed elsewhere.
    package var text: String?
}

extension LocalWorkspace {
    /// Meets what files of one kind hold with what is shared of them.
    ///
    /// What changed in them since they were last as shared is stamped and waits
    /// to be sent, removals too. `files` are all that there are, by name;
    /// `unknown` are names of which it is not known whether they are there,
    /// which stay as they are.
    ///
    /// - Returns: What is to be written and removed, and then noted with
    ///   ``noteFile(_:)``; empty while nobody has signed in.
    package func meetFiles(
        of kind: String,
        _ files: [String: String],
        unknown: Set<String> = []
    ) throws(WorkspaceError) -> [SharedFileChange] {
        try writing { connection in
            guard try isSharing(on: connection) else { return [] }
            let last = try lastFiles(of: kind, on: connection)
            let shared = try sharedFiles(of: kind, on: connection)
            let names = Set(files.keys).union(last.keys).union(shared.keys)
            var changes: [SharedFileChange] = []
            for name in names.subtracting(unknown).sorted() where Self.isFileName(name) {
                let (here, before) = (files[name], last[name])
                if here != before {
                    try note(here, kind: kind, name: name, on: connection)
                } else if shared[name] != before {
                    changes.append(SharedFileChange(kind: kind, name: name, text: shared[name]))
                }
            }
            return changes
        }
    }

    /// Returns the names of the files that were there when they were last met.
    package func knownFiles(of kind: String) throws(WorkspaceError) -> Set<String> {
        try reading { connection in Set(try lastFiles(of: kind, on: connection).keys) }
    }

    /// Notes that a file is as it is shared.
    package func noteFile(_ change: SharedFileChange) throws(WorkspaceError) {
        try writing { connection in
            try setLast(change.text, kind: change.kind, name: change.name, on: connection)
        }
    }

    private func note(
        _ text: String?,
        kind: String,
        name: String,
        on connection: any SQLConnection
    ) throws {
        var fields = [SharedRecord.removal: text == nil ? SharedRecord.yes : SharedRecord.no]
        if let text { fields[SharedKind.text] = try StoredJSON.text(text) }
        try note(fields, of: SharedRecord.Key(kind: kind, id: name), on: connection)
        try setLast(text, kind: kind, name: name, on: connection)
    }

    private func lastFiles(
        of kind: String,
        on connection: any SQLConnection
    ) throws -> [String: String] {
        let rows = try connection.rows(
            "SELECT name, text FROM shared_file WHERE kind = $1",
            [.text(kind)]
        )
        return Dictionary(
            try rows.map { (try $0.text("name"), try $0.text("text")) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Returns what is shared of the kind and was not removed.
    private func sharedFiles(
        of kind: String,
        on connection: any SQLConnection
    ) throws -> [String: String] {
        let rows = try connection.rows(
            "SELECT DISTINCT id FROM shared_field WHERE kind = $1",
            [.text(kind)]
        )
        var found: [String: String] = [:]
        for row in rows {
            let key = SharedRecord.Key(kind: kind, id: try row.text("id"))
            let record = try sharedRecord(key, on: connection)
            guard !record.isRemoved else { continue }
            found[key.id] = record.value(SharedKind.text, as: String.self)
        }
        return found
    }

    private func setLast(
        _ text: String?,
        kind: String,
        name: String,
        on connection: any SQLConnection
    ) throws {
        guard let text else {
            try connection.execute(
                "DELETE FROM shared_file WHERE kind = $1 AND name = $2",
                [.text(kind), .text(name)]
            )
            return
        }
        try connection.execute(
            """
            INSERT INTO shared_file (kind, name, text) VALUES ($1, $2, $3)
            ON CONFLICT (kind, name) DO UPDATE SET text = excluded.text
            """,
            [.text(kind), .text(name), .text(text)]
        )
    }

    /// A name comes from elsewhere: it must be a word, and no hidden file.
    private static func isFileName(_ name: String) -> Bool {
        SharedRecord.isWord(name) && !name.hasPrefix(".")
    }
}
