import AccountAPI
import Database
import Editorial
import Foundation

extension SpaceDesk {
    /// Merges records into a space; what changes nothing gets no new number.
    ///
    /// The row of the space is the lock, so that numbers become visible in
    /// their order and nobody who follows them misses one.
    func push(
        _ records: [SharedRecord],
        into space: String,
        by caller: AccountDesk.Caller
    ) async throws -> RecordExchange.Pushed {
        let now = accounts.now()
        try Self.check(records, now: now)
        let sequence = try await accounts.store.write { connection in
            let role = try Self.admit(caller, to: space, .comment, on: connection, now: now)
            if !role.may(.writeRecords) {
                try Self.check(records, areCommentsOf: caller, as: role, in: space, on: connection)
            }
            let row = try connection.rows(
                "SELECT sequence FROM space WHERE id = $1 \(connection.dialect.lock)",
                [.text(space)]
            ).first
            guard let before = try row?.integer("sequence") else { throw Refusal.notFound("space") }
            var sequence = before
            for record in records {
                let isNew = try Self.merge(
                    record,
                    as: sequence + 1,
                    in: space,
                    by: caller,
                    on: connection
                )
                if isNew { sequence += 1 }
            }
            if sequence > before {
                try connection.execute(
                    "UPDATE space SET sequence = $2 WHERE id = $1",
                    [.text(space), .integer(sequence)]
                )
                try connection.announce()
            }
            return sequence
        }
        return RecordExchange.Pushed(sequence: sequence)
    }

    /// Throws unless all are comments that are new, or that the caller made.
    private static func check(
        _ records: [SharedRecord],
        areCommentsOf caller: AccountDesk.Caller,
        as role: SpaceRole,
        in space: String,
        on connection: any SQLConnection
    ) throws {
        for record in records {
            guard record.key.kind == RecordExchange.commentKind else {
                throw Refusal.notAllowed(role)
            }
            let rows = try connection.rows(
                "SELECT made_by FROM record WHERE space = $1 AND kind = $2 AND id = $3",
                [.text(space), .text(record.key.kind), .text(record.key.id)]
            )
            guard try rows.allSatisfy({ try $0.optionalText("made_by") == caller.account }) else {
                throw Refusal.notAllowed(role)
            }
        }
    }

    private static func merge(
        _ record: SharedRecord,
        as sequence: Int,
        in space: String,
        by caller: AccountDesk.Caller,
        on connection: any SQLConnection
    ) throws -> Bool {
        let key: [SQLValue] = [.text(space), .text(record.key.kind), .text(record.key.id)]
        let rows = try connection.rows(
            "SELECT fields FROM record WHERE space = $1 AND kind = $2 AND id = $3",
            key
        )
        var merged = SharedRecord(key: record.key)
        if let text = try rows.first?.text("fields") { merged.fields = try fields(text) }
        guard !merged.merge(record).isEmpty else { return false }
        guard merged.fields.count <= RecordExchange.fieldLimit else { throw Refusal.badRecord }
        try connection.execute(
            """
            INSERT INTO record (space, kind, id, sequence, fields, tombstone, made_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (space, kind, id) DO UPDATE SET sequence = excluded.sequence,
                fields = excluded.fields, tombstone = excluded.tombstone
            """,
            key + [
                .integer(sequence), .text(try text(merged.fields)),
                .text(ifAny: merged.isRemoved ? merged.latest?.description : nil),
                .text(
                    ifAny: record.key.kind == RecordExchange.commentKind ? caller.account : nil
                ),
            ]
        )
        return true
    }

    /// Throws for what nobody honest sends, before anything is written.
    private static func check(_ records: [SharedRecord], now: Int) throws(Refusal) {
        guard records.count <= RecordExchange.batchLimit else {
            throw Refusal(
                .tooLarge,
                "At most \(RecordExchange.batchLimit) records are taken at a time; send fewer."
            )
        }
        for record in records {
            guard record.key.isSound, record.fields.count <= RecordExchange.fieldLimit,
                record.fields.allSatisfy({ name, field in
                    SharedRecord.isWord(name)
                        && field.value.utf8.count <= RecordExchange.valueLimit
                        && !field.value.utf8.contains(0)
                })
            else { throw .badRecord }
            guard record.latest.map({ $0.milliseconds - now <= RecordExchange.allowedLead }) ?? true
            else {
                throw Refusal(
                    .clockAhead,
                    "The clock of this machine is more than a day ahead; set it and try again."
                )
            }
        }
    }

    static func fields(_ text: String) throws -> [String: StampedValue] {
        try JSONDecoder().decode([String: StampedValue].self, from: Data(text.utf8))
    }

    private static func text(_ fields: [String: StampedValue]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(fields), as: UTF8.self)
    }
}

extension Refusal {
    static let badRecord = Refusal(
        .badRequest,
        "A record is not as this service takes it; update the program that sent it."
    )
}
