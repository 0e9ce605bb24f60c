import AccountAPI
import Database
import Editorial
import Foundation

extension AssetDesk {
    /// Returns the file that was announced, where the space has it.
    static func asset(
        _ body: AssetExchange.Announcement,
        in space: String,
        on connection: any SQLConnection
    ) throws -> SharedAsset? {
        let asset = try connection.rows(
            "SELECT * FROM asset WHERE space = $1 AND digest = $2",
            [.text(space), .text(body.sha256.digest)]
        ).first.map(SharedAsset.init)
        guard asset?.byteCount ?? body.byteCount == body.byteCount else {
            throw Refusal(AssetError.damaged)
        }
        return asset
    }

    /// Returns the upload that an announcement goes on with.
    static func pending(
        _ body: AssetExchange.Announcement,
        in space: String,
        of caller: AccountDesk.Caller,
        at now: Int,
        _ connection: any SQLConnection
    ) throws -> Pending? {
        let row = try connection.rows(
            """
            SELECT * FROM asset_upload WHERE space = $1 AND account = $2 AND digest = $3
            \(connection.dialect.lock)
            """,
            [.text(space), .text(caller.account), .text(body.sha256.digest)]
        ).first
        guard let pending = try row.map(Pending.init) else { return nil }
        // The service itself is about to keep it.
        guard !pending.upload.parts.isEmpty else {
            throw Refusal(.unavailable, "This file is just being kept; ask again.", retryAfter: 3)
        }
        let asset = pending.asset
        guard asset.byteCount == body.byteCount, pending.upload.parts == body.parts,
            asset.type == body.type, asset.bucket == body.bucket
        else {
            // It was announced as something else before.
            try forget(upload: pending.upload.id, at: now, on: connection)
            return nil
        }
        return pending
    }

    /// Returns an upload of whoever began it; nobody else may go on with it.
    static func pending(
        _ id: String,
        in space: String,
        of account: String,
        on connection: any SQLConnection
    ) throws -> Pending {
        let row = try connection.rows(
            """
            SELECT * FROM asset_upload WHERE id = $1 AND space = $2 AND account = $3
            \(connection.dialect.lock)
            """,
            [.text(id), .text(space), .text(account)]
        ).first
        guard let row else { throw Refusal.notFound("upload") }
        return try Pending(row)
    }

    static func insert(
        _ body: AssetExchange.Announcement,
        as id: String,
        in space: String,
        of account: String,
        until end: Int,
        _ connection: any SQLConnection
    ) throws {
        let name = body.name.replacing("/", with: " ").replacing("\\", with: " ")
        try connection.execute(
            """
            INSERT INTO asset_upload (id, space, account, digest, bucket, type, byte_count, name,
                parts, storage_key, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .text(id), .text(space), .text(account), .text(body.sha256.digest),
                .text(body.bucket.rawValue), .text(body.type.rawValue),
                .integer(body.byteCount),
                .text(AccountDesk.clean(name, limit: AssetExchange.nameLimit, or: "untitled")),
                .text(body.parts.map(\.digest).joined(separator: " ")),
                .text(StorageKey.random(for: body.sha256).text), .integer(end),
            ]
        )
    }

    /// What goes on is not forgotten.
    static func extend(_ id: String, to end: Int, on connection: any SQLConnection) throws {
        try connection.execute(
            "UPDATE asset_upload SET expires_at = $2 WHERE id = $1 AND expires_at < $2",
            [.text(id), .integer(end)]
        )
    }

    /// Takes an upload out, and leaves its bytes to be removed.
    static func forget(upload id: String, at now: Int, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO asset_garbage (storage_key, ticket, let_go_at)
            SELECT storage_key, ticket, $2 FROM asset_upload WHERE id = $1
            """,
            [.text(id), .integer(now)]
        )
        try connection.execute("DELETE FROM asset_upload WHERE id = $1", [.text(id)])
    }

    /// Takes a file out of a space, and leaves its bytes to be removed where no
    /// other space has them.
    ///
    /// The row of the bytes is the lock: whoever begins to refer to them waits
    /// for it, and either is counted or keeps bytes of its own.
    static func letGo(
        of digest: String,
        in space: String,
        at now: Int,
        on connection: any SQLConnection
    ) throws {
        let key = try connection.rows(
            """
            SELECT storage_key FROM asset_object WHERE digest = $1
            \(connection.dialect.lock)
            """,
            [.text(digest)]
        ).first?.text("storage_key")
        try connection.execute(
            "DELETE FROM asset WHERE space = $1 AND digest = $2",
            [.text(space), .text(digest)]
        )
        let left = try connection.rows(
            "SELECT 1 AS found FROM asset WHERE digest = $1 LIMIT 1",
            [.text(digest)]
        )
        guard left.isEmpty, let key else { return }
        try connection.execute("DELETE FROM asset_object WHERE digest = $1", [.text(digest)])
        try connection.execute(
            "INSERT INTO asset_garbage (storage_key, let_go_at) VALUES ($1, $2)",
            [.text(key), .integer(now)]
        )
    }
}

extension AssetDesk.Pending {
    init(_ row: SQLRow) throws {
        guard let key = StorageKey(try row.text("storage_key")),
            let digest = Asset.ID(try row.text("digest")),
            let bucket = AssetBucket(rawValue: try row.text("bucket")),
            let type = AssetType(rawValue: try row.text("type"))
        else { throw Refusal.notFound("upload") }
        ticket = try row.optionalText("ticket")
        expiresAt = try row.integer("expires_at")
        let byteCount = try row.integer("byte_count")
        upload = StoredUpload(
            id: try row.text("id"),
            key: key,
            ticket: ticket ?? "",
            byteCount: byteCount,
            parts: try row.text("parts").split(separator: " ").compactMap { Asset.ID(String($0)) }
        )
        asset = SharedAsset(
            sha256: digest,
            bucket: bucket,
            type: type,
            byteCount: byteCount,
            name: try row.text("name"),
            createdAt: Timestamp(milliseconds: 0)
        )
    }
}
