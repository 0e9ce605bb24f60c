import AccountAPI
package import Database
import Editorial

/// What may be done about the files of a space; it knows no HTTP.
///
/// The bytes lie in a storage under names that are never used twice, and the
/// database alone says which of them count: what refers to them is counted
/// there, in the transaction of what changes it. So nothing that is removed
/// later can be what somebody is just sending.
package struct AssetDesk: Sendable {
    let store: ServiceStore
    let storage: any AssetStorage
    let settings: AssetSettings
    /// Milliseconds since 1970.
    let now: @Sendable () -> Int
    let checks = AssetChecks()
    /// Reads files of this machine.
    let reading = WorkPool(width: 1)

    init(
        store: ServiceStore,
        storage: any AssetStorage,
        settings: AssetSettings,
        now: @escaping @Sendable () -> Int
    ) {
        self.store = store
        self.storage = storage
        self.settings = settings
        self.now = now
    }

    /// For a process that answers nobody, beside those that do.
    ///
    /// A database to which ``ServiceSchema/migrations`` have been applied.
    package static func open(
        _ database: any SQLDatabase,
        storage: StoragePlace,
        settings: AssetSettings,
        now: @escaping @Sendable () -> Int
    ) async throws -> AssetDesk {
        let store = ServiceStore(database, width: 2)
        let opened = try await storage.open(store, now: now)
        return AssetDesk(store: store, storage: opened, settings: settings, now: now)
    }

    package func close() async {
        await storage.close()
        await reading.close()
        await store.close()
    }

    /// Tells of a file, and where its bytes are got for a while.
    func find(
        _ digest: String,
        in space: String,
        by caller: AccountDesk.Caller
    ) async throws -> AssetExchange.Found {
        let now = now()
        let (asset, key) = try await store.read { connection in
            try SpaceDesk.admit(caller, to: space, .readAssets, on: connection, now: now)
            return try Self.stored(digest, in: space, on: connection)
        }
        let end = now / 1000 + settings.addressLifetime
        return AssetExchange.Found(
            asset: asset,
            address: storage.address(of: asset, at: key, until: end),
            expiresAt: Timestamp(milliseconds: end * 1000)
        )
    }

    /// Tells of files of a space in the order of their digests, after one of them, and where
    /// each is got for a while.
    func list(
        after digest: String,
        in space: String,
        by caller: AccountDesk.Caller
    ) async throws -> [AssetExchange.Found] {
        let now = now()
        let rows = try await store.read { connection in
            try SpaceDesk.admit(caller, to: space, .readAssets, on: connection, now: now)
            return try connection.rows(
                """
                SELECT asset.*, asset_object.storage_key FROM asset
                JOIN asset_object ON asset_object.digest = asset.digest
                WHERE asset.space = $1 AND asset.digest > $2 ORDER BY asset.digest LIMIT 200
                """,
                [.text(space), .text(digest)]
            ).compactMap { row in
                try StorageKey(try row.text("storage_key")).map { (try SharedAsset(row), $0) }
            }
        }
        let end = now / 1000 + settings.addressLifetime
        return rows.map { asset, key in
            AssetExchange.Found(
                asset: asset,
                address: storage.address(of: asset, at: key, until: end),
                expiresAt: Timestamp(milliseconds: end * 1000)
            )
        }
    }

    /// Takes a file out of a space; its bytes go when no other space has them.
    func remove(
        _ digest: String,
        from space: String,
        by caller: AccountDesk.Caller
    ) async throws {
        try await store.write { [now = now()] connection in
            let role = try SpaceDesk.admit(
                caller,
                to: space,
                .readAssets,
                on: connection,
                now: now
            )
            let maker = try connection.rows(
                """
                SELECT made_by FROM asset WHERE space = $1 AND digest = $2
                \(connection.dialect.lock)
                """,
                [.text(space), .text(digest)]
            ).first
            guard let maker else { throw Refusal.notFound("file") }
            let isOwn = try maker.optionalText("made_by") == caller.account
            guard role.may(.removeAssets) || (isOwn && role.may(.writeAssets)) else {
                throw Refusal.notAllowed(role)
            }
            try Self.letGo(of: digest, in: space, at: now, on: connection)
        }
    }

    /// Returns a file of a space and where its bytes lie.
    static func stored(
        _ digest: String,
        in space: String,
        on connection: any SQLConnection
    ) throws -> (SharedAsset, StorageKey) {
        let row = try connection.rows(
            """
            SELECT asset.*, asset_object.storage_key FROM asset
            JOIN asset_object ON asset_object.digest = asset.digest
            WHERE asset.space = $1 AND asset.digest = $2
            """,
            [.text(space), .text(digest)]
        ).first
        guard let row, let key = StorageKey(try row.text("storage_key")) else {
            throw Refusal.notFound("file")
        }
        return (try SharedAsset(row), key)
    }
}

extension SharedAsset {
    init(_ row: SQLRow) throws {
        guard let digest = Asset.ID(try row.text("digest")),
            let bucket = AssetBucket(rawValue: try row.text("bucket")),
            let type = AssetType(rawValue: try row.text("type"))
        else { throw Refusal.notFound("file") }
        self.init(
            sha256: digest,
            bucket: bucket,
            type: type,
            byteCount: try row.integer("byte_count"),
            name: try row.text("name"),
            createdAt: Timestamp(milliseconds: try row.integer("created_at"))
        )
    }
}
