import AccountAPI
import Database

// What the files of a space take counts against its owner, once in every space that has them:
// that two spaces have the same bytes is nothing anybody may learn from.
extension AssetDesk {
    func usage(
        of space: String,
        by caller: AccountDesk.Caller
    ) async throws -> AssetExchange.Usage {
        try await store.read { [now = now(), settings] connection in
            try SpaceDesk.admit(caller, to: space, .readAssets, on: connection, now: now)
            return try Self.usage(
                ofOwnerOf: space,
                settings.quota,
                isDeciding: false,
                on: connection
            )
        }
    }

    /// Throws where so many bytes more are too many.
    ///
    /// From here to the end of the transaction nobody else adds to what the
    /// owner has.
    static func makeRoom(
        for byteCount: Int,
        in space: String,
        _ settings: AssetSettings,
        on connection: any SQLConnection
    ) throws {
        let usage = try usage(ofOwnerOf: space, settings.quota, isDeciding: true, on: connection)
        guard byteCount <= usage.limit - usage.byteCount else {
            throw Refusal(
                .overQuota,
                "The files of this space’s owner take \(Self.words(usage.byteCount)) of the "
                    + "\(Self.words(usage.limit)) they may; remove some, or ask whoever runs the "
                    + "service for more."
            )
        }
    }

    /// Counts what is under way as if it had come; deciding, it waits for
    /// whoever decides about the same owner.
    static func usage(
        ofOwnerOf space: String,
        _ usual: Int,
        isDeciding: Bool,
        on connection: any SQLConnection
    ) throws -> AssetExchange.Usage {
        let owner = try connection.rows(
            """
            SELECT id, quota FROM account WHERE id = (
                SELECT account FROM member WHERE space = $1 AND role = 'owner')
            \(isDeciding ? connection.dialect.lock : "")
            """,
            [.text(space)]
        ).first
        guard let owner else { throw Refusal.notFound("space") }
        let used = try connection.rows(
            """
            SELECT CAST(COALESCE((SELECT SUM(byte_count) FROM asset WHERE space IN (
                    SELECT space FROM member WHERE account = $1 AND role = 'owner')), 0)
                + COALESCE((SELECT SUM(byte_count) FROM asset_upload WHERE space IN (
                    SELECT space FROM member WHERE account = $1 AND role = 'owner')), 0)
                AS BIGINT) AS used
            """,
            [.text(try owner.text("id"))]
        ).first?.integer("used")
        return AssetExchange.Usage(
            byteCount: used ?? 0,
            limit: try owner.optionalInteger("quota") ?? usual
        )
    }

    private static func words(_ byteCount: Int) -> String {
        byteCount < 10_000_000
            ? "\(byteCount / 1000) kB"
            : byteCount < 10_000_000_000
                ? "\(byteCount / 1_000_000) MB" : "\(byteCount / 1_000_000_000) GB"
    }
}
