import AccountAPI
import Database
import Editorial

extension AssetDesk {
    /// Looks at a file whose parts are all there, and keeps it if it is what was announced.
    ///
    /// Reading a large file takes longer than a request should: whoever asks
    /// hears after a while that it goes on, and asks again.
    func complete(
        _ id: String,
        in space: String,
        by caller: AccountDesk.Caller
    ) async throws -> SharedAsset {
        let pending = try await store.write { [now = now(), settings] connection in
            try SpaceDesk.admit(caller, to: space, .writeAssets, on: connection, now: now)
            let pending = try Self.pending(id, in: space, of: caller.account, on: connection)
            try Self.extend(id, to: now + settings.lifetime, on: connection)
            return pending
        }
        guard pending.ticket != nil, !pending.upload.parts.isEmpty else {
            throw Refusal(AssetError.damaged)
        }
        let outcome = await checks.outcome(of: id, within: .seconds(settings.patience)) {
            try await keep(pending, in: space, of: caller.account)
        }
        guard let outcome else {
            throw Refusal(
                .unavailable,
                "The file is still being looked at; ask again in a moment.",
                retryAfter: 3
            )
        }
        return try outcome.get()
    }

    /// Joins the parts, reads the whole, and makes it visible.
    private func keep(
        _ pending: Pending,
        in space: String,
        of account: String
    ) async throws -> SharedAsset {
        let (upload, asset) = (pending.upload, pending.asset)
        try await storage.join(upload)
        let look = try await storage.look(at: upload.key)
        guard look.byteCount == asset.byteCount, look.digest == asset.sha256,
            AssetType(beginning: look.beginning) == asset.type
        else {
            // Sending the same again would not help: it begins anew.
            try await store.write { [now = now()] connection in
                try Self.forget(upload: upload.id, at: now, on: connection)
            }
            throw look.digest == asset.sha256
                ? Refusal(
                    .badRequest,
                    "The file is no \(asset.type.rawValue), which it was said to be."
                ) : Refusal(AssetError.damaged)
        }
        return try await settle(pending, in: space, of: account)
    }

    /// Makes a file that was looked at one of the space, in one transaction.
    func settle(
        _ pending: Pending,
        in space: String,
        of account: String
    ) async throws -> SharedAsset {
        try await store.write { [now = now()] connection in
            let (id, digest) = (pending.upload.id, pending.asset.sha256.digest)
            let rows = try connection.rows(
                "SELECT 1 AS found FROM asset_upload WHERE id = $1 \(connection.dialect.lock)",
                [.text(id)]
            )
            guard !rows.isEmpty else {
                // Another process was as quick, or it was ended meanwhile.
                return try Self.stored(digest, in: space, on: connection).0
            }
            if try Self.refer(to: pending.upload.key, as: digest, on: connection) {
                try connection.execute("DELETE FROM asset_upload WHERE id = $1", [.text(id)])
            } else {
                try Self.forget(upload: id, at: now, on: connection)
            }
            var asset = pending.asset
            asset.createdAt = Timestamp(milliseconds: now)
            try Self.insert(asset, into: space, madeBy: account, on: connection)
            return try Self.stored(digest, in: space, on: connection).0
        }
    }

    /// Makes bytes those of a digest, unless others are already.
    ///
    /// - Returns: Whether they are; otherwise they are too many.
    private static func refer(
        to key: StorageKey,
        as digest: String,
        on connection: any SQLConnection
    ) throws -> Bool {
        let isNew = try connection.execute(
            """
            INSERT INTO asset_object (digest, storage_key) VALUES ($1, $2)
            ON CONFLICT (digest) DO NOTHING
            """,
            [.text(digest), .text(key.text)]
        )
        if isNew == 1 { return true }
        let rows = try connection.rows(
            """
            SELECT storage_key FROM asset_object WHERE digest = $1
            \(connection.dialect.lock)
            """,
            [.text(digest)]
        )
        // It went between the two: then there is room for these.
        return rows.isEmpty ? try refer(to: key, as: digest, on: connection) : false
    }

    private static func insert(
        _ asset: SharedAsset,
        into space: String,
        madeBy account: String,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO asset (space, digest, bucket, type, byte_count, name, made_by, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (space, digest) DO NOTHING
            """,
            [
                .text(space), .text(asset.sha256.digest), .text(asset.bucket.rawValue),
                .text(asset.type.rawValue), .integer(asset.byteCount), .text(asset.name),
                .text(account), .integer(asset.createdAt.milliseconds),
            ]
        )
    }
}
