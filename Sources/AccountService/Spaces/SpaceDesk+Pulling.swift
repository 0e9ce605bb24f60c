import AccountAPI
import Database
import Editorial

extension SpaceDesk {
    /// What somebody wants of the records of a space.
    struct Pull: Sendable {
        var after = 0
        var limit = RecordExchange.batchLimit
        /// Up to which number records that were taken away are left out; nil for
        /// nowhere.
        var settled: Int?
    }

    /// Returns the records that changed after a number, in the order they last did.
    ///
    /// A machine that has nothing yet asks for what is there alone: then what was
    /// taken away before it first asked is left out, and it is told the latest
    /// writing of that, after which everything it writes is to come. Whatever is
    /// taken away later is told to it like to everybody.
    func pull(
        _ pull: Pull,
        from space: String,
        by caller: AccountDesk.Caller
    ) async throws -> RecordExchange.Pulled {
        try await accounts.store.read { [now = accounts.now()] connection in
            try Self.admit(caller, to: space, .readRecords, on: connection, now: now)
            let limit = min(max(1, pull.limit), RecordExchange.batchLimit)
            let settled = try pull.settled.map { asked in
                min(asked, try Self.newest(of: space, on: connection))
            }
            let rows = try connection.rows(
                """
                SELECT kind, id, sequence, fields FROM record
                WHERE space = $1 AND sequence > $2 AND (tombstone IS NULL OR sequence > $4)
                ORDER BY sequence LIMIT $3
                """,
                [
                    .text(space), .integer(pull.after), .integer(limit + 1),
                    .integer(settled ?? 0),
                ]
            )
            let page = rows.prefix(limit)
            let last = try page.last?.integer("sequence") ?? pull.after
            let hasMore = rows.count > limit
            return RecordExchange.Pulled(
                records: try page.map(Self.record),
                // What was left out at the end is behind whoever has the rest.
                sequence: hasMore ? last : max(last, settled ?? 0),
                hasMore: hasMore,
                settled: settled,
                latest: settled == nil ? nil : try Self.latestRemoval(in: space, on: connection)
            )
        }
    }

    private static func record(_ row: SQLRow) throws -> SharedRecord {
        SharedRecord(
            key: SharedRecord.Key(kind: try row.text("kind"), id: try row.text("id")),
            fields: try fields(try row.text("fields"))
        )
    }

    private static func newest(
        of space: String,
        on connection: any SQLConnection
    ) throws -> Int {
        try connection.rows("SELECT sequence FROM space WHERE id = $1", [.text(space)])
            .first?.integer("sequence") ?? 0
    }

    private static func latestRemoval(
        in space: String,
        on connection: any SQLConnection
    ) throws -> HybridStamp? {
        try connection.rows(
            """
            SELECT MAX(tombstone) AS latest FROM record
            WHERE space = $1 AND tombstone IS NOT NULL
            """,
            [.text(space)]
        ).first?.optionalText("latest").flatMap { HybridStamp($0) }
    }
}
