import Database
import Editorial

extension LocalWorkspace {
    /// Notes the files that were named here, and tells of each what it is.
    func noteAssets(
        namedBy fields: SharedFields,
        of key: SharedRecord.Key,
        on connection: any SQLConnection
    ) throws {
        guard key.kind != SharedKind.asset else { return }
        for (field, value) in fields {
            for id in SharedAssetNames.all(in: value) {
                try insert(id, SharedAssetNames.bucket(of: key.kind, field), on: connection)
                let row = try connection.rows(
                    "SELECT * FROM asset WHERE id = $1",
                    [.text(id.digest)]
                ).first
                guard let asset = try row.map(Asset.init) else { continue }
                let key = SharedRecord.Key(kind: SharedKind.asset, id: id.digest)
                var fields = [SharedKind.file: try StoredJSON.text(asset)]
                // It was let go of before.
                if try sharedRecord(key, on: connection).isRemoved {
                    fields[SharedRecord.removal] = SharedRecord.no
                }
                try note(fields, of: key, on: connection)
            }
        }
    }

    /// Notes the files that were named elsewhere, and makes rows of those that
    /// it is told of what they are.
    func adoptAssets(
        namedBy record: SharedRecord,
        on connection: any SQLConnection
    ) throws {
        if record.key.kind == SharedKind.asset, record.isRemoved {
            // The service has let go of it; who names it still sends it again.
            try connection.execute(
                "UPDATE shared_asset SET is_sent = 0 WHERE id = $1",
                [.text(record.key.id)]
            )
        }
        for (field, value) in record.fields {
            if Self.telling.contains(field), let asset = record.value(field, as: Asset.self) {
                try assets.record(asset.fromElsewhere, on: connection)
            }
            guard record.key.kind != SharedKind.asset else { continue }
            for id in SharedAssetNames.all(in: value.value) {
                let bucket = SharedAssetNames.bucket(of: record.key.kind, field)
                try insert(id, bucket, on: connection)
                // Small, and the first to be looked at.
                guard bucket == "thumbnails" else { continue }
                try connection.execute(
                    "UPDATE shared_asset SET wanted = 1 WHERE id = $1 AND is_fetched = 0",
                    [.text(id.digest)]
                )
            }
        }
    }

    /// Notes the files of what was shared before anybody asked for them, once.
    func noteEarlierAssets() throws(WorkspaceError) {
        let isDone = try reading { connection in
            try connection.rows("SELECT assets_named FROM sharing").first?.flag("assets_named")
        }
        guard isDone == false else { return }
        try writing { connection in
            try noteTakes(on: connection)
            let fields = try connection.rows(
                "SELECT kind, id, field, value FROM shared_field WHERE kind <> $1",
                [.text(SharedKind.asset)]
            )
            for row in fields {
                let key = SharedRecord.Key(kind: try row.text("kind"), id: try row.text("id"))
                try noteAssets(
                    namedBy: [try row.text("field"): try row.text("value")],
                    of: key,
                    on: connection
                )
            }
            try connection.execute("UPDATE sharing SET assets_named = 1")
        }
    }

    /// The fields that say what a file is.
    private static let telling: Set<String> = [
        SharedKind.file, SharedKind.film, SharedKind.picture, SharedKind.thumbnail,
    ]

    private func insert(
        _ id: Asset.ID,
        _ bucket: String,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO shared_asset (id, bucket) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE
            SET is_sent = 0, is_released = 0 WHERE is_released = 1
            """,
            [.text(id.digest), .text(bucket)]
        )
    }
}

extension Asset {
    /// As much of it as may be believed, whoever wrote it.
    fileprivate var fromElsewhere: Asset {
        Asset(
            id: id,
            kind: kind,
            name: Asset.displayName(name),
            fileExtension: Asset.fileExtension(of: "." + fileExtension, kind: kind),
            byteCount: max(0, byteCount),
            size: PixelSize(
                width: min(max(0, size.width), 65_536),
                height: min(max(0, size.height), 65_536)
            )
        )
    }
}
