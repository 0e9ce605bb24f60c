package import AccountAPI
import Database
package import Editorial
import Foundation

// For what the service itself makes and reads: the jobs that it runs for somebody.
extension AssetDesk {
    /// Keeps a copy of a file of this machine as one of a space, made by an account.
    ///
    /// It is whole and looked at when this returns; a file that the space has
    /// already is only told of.
    ///
    /// - Throws: ``AssetError`` where the account may not write there, its owner
    ///   has no room left, or files of this type are not kept.
    package func keep(
        _ path: String,
        named name: String,
        in bucket: AssetBucket,
        of space: Space.ID,
        madeBy account: AccountProfile.ID
    ) async throws(AssetError) -> SharedAsset {
        try await told {
            let announcement = try await describe(path, named: name, in: bucket)
            let (now, id) = (now(), UUIDv7.text(at: now()))
            let (space, account) = (space.description, account.description)
            let pending = try await store.write { [settings] connection -> Pending? in
                try Self.admit(account, to: space, .writeAssets, on: connection)
                let usual = settings.quota
                _ = try Self.usage(ofOwnerOf: space, usual, isDeciding: true, on: connection)
                if try Self.asset(announcement, in: space, on: connection) != nil { return nil }
                try Self.makeRoom(
                    for: announcement.byteCount,
                    in: space,
                    settings,
                    on: connection
                )
                try Self.forgetUploads(
                    of: announcement.sha256,
                    in: space,
                    by: account,
                    at: now,
                    on: connection
                )
                let end = now + settings.lifetime
                try Self.insert(
                    announcement,
                    as: id,
                    in: space,
                    of: account,
                    until: end,
                    connection
                )
                return try Self.pending(id, in: space, of: account, on: connection)
            }
            guard let pending else {
                return try await store.read { connection in
                    try Self.stored(announcement.sha256.digest, in: space, on: connection).0
                }
            }
            return try await keep(path, pending, in: space, of: account)
        }
    }

    /// Copies a file of a space into one of this machine, if the account may see it.
    ///
    /// - Returns: What it is.
    package func fetch(
        _ id: Asset.ID,
        of space: Space.ID,
        for account: AccountProfile.ID,
        to path: String
    ) async throws(AssetError) -> SharedAsset {
        try await told {
            let (asset, key) = try await store.read { connection in
                try Self.admit(
                    account.description,
                    to: space.description,
                    .readAssets,
                    on: connection
                )
                return try Self.stored(id.digest, in: space.description, on: connection)
            }
            try await storage.fetch(key, to: path)
            return asset
        }
    }

    private func keep(
        _ path: String,
        _ pending: Pending,
        in space: String,
        of account: String
    ) async throws -> SharedAsset {
        do {
            try await storage.store(
                path,
                as: pending.upload.key,
                type: pending.asset.type,
                digest: pending.asset.sha256
            )
            return try await settle(pending, in: space, of: account)
        } catch {
            // What was begun is forgotten in time if not now.
            _ = try? await store.write { [now = now()] connection in
                try Self.forget(upload: pending.upload.id, at: now, on: connection)
            }
            throw error
        }
    }

    /// Says of a file of this machine what a client would.
    private func describe(
        _ path: String,
        named name: String,
        in bucket: AssetBucket
    ) async throws -> AssetExchange.Announcement {
        let look = try await reading.run {
            try EmbeddedStorage.look(at: try DiskFile(reading: path))
        }
        guard let type = AssetType(beginning: look.beginning), bucket.takes(type),
            look.byteCount > 0, look.byteCount <= bucket.byteLimit
        else {
            throw AssetError(
                .unsuitable,
                "“\(name)” is no file that “\(bucket.rawValue)” keeps: pictures, films and sounds "
                    + "of at most \(bucket.byteLimit >> 20) MiB are."
            )
        }
        return AssetExchange.Announcement(
            sha256: look.digest,
            bucket: bucket,
            type: type,
            byteCount: look.byteCount,
            name: name,
            parts: []
        )
    }

    private static func admit(
        _ account: String,
        to space: String,
        _ permission: SpaceRole.Permission,
        on connection: any SQLConnection
    ) throws {
        guard let role = try SpaceDesk.role(of: account, in: space, on: connection) else {
            throw Refusal.notFound("space")
        }
        guard role.may(permission) else { throw Refusal.notAllowed(role) }
    }

    /// A person's upload of what the service has whole is not needed any more.
    private static func forgetUploads(
        of digest: Asset.ID,
        in space: String,
        by account: String,
        at now: Int,
        on connection: any SQLConnection
    ) throws {
        let rows = try connection.rows(
            """
            SELECT id FROM asset_upload WHERE space = $1 AND account = $2 AND digest = $3
            \(connection.dialect.lock)
            """,
            [.text(space), .text(account), .text(digest.digest)]
        )
        for row in rows { try forget(upload: try row.text("id"), at: now, on: connection) }
    }

    /// Gives every failure the room's own kind.
    private func told<Value: Sendable>(
        _ body: () async throws -> Value
    ) async throws(AssetError) -> Value {
        do {
            return try await body()
        } catch let error as AssetError {
            throw error
        } catch let refusal as Refusal {
            throw AssetError(refusal)
        } catch {
            throw AssetError(
                .unavailable,
                "The service’s database does not answer; try again later."
            )
        }
    }
}
