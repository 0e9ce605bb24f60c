import Database
package import Editorial
import Foundation

/// A file of this machine that others are to have.
package struct AssetToSend: Hashable, Sendable {
    package let asset: Asset
    /// What it is for, as the service sorts files.
    package let bucket: String
    /// Where it lies here.
    package let path: String
}

extension LocalWorkspace {
    /// Returns files that shared records name, that are here, and that the
    /// service is not known to have; small ones first.
    package func assetsToSend(limit: Int) throws(WorkspaceError) -> [AssetToSend] {
        try noteEarlierAssets()
        var (found, unnamed): ([AssetToSend], [Asset.ID]) = ([], [])
        try reading { connection in
            let rows = try connection.rows(
                """
                SELECT asset.*, shared_asset.bucket FROM shared_asset
                JOIN asset ON asset.id = shared_asset.id
                WHERE is_sent = 0 AND refusal IS NULL ORDER BY asset.byte_count, asset.id
                """
            )
            for row in rows where found.count < limit {
                let asset = try Asset(row)
                let path = assets.directory + "/" + asset.storedPath
                guard access(path, R_OK) == 0 else { continue }
                guard try isNamed(asset.id, on: connection) else {
                    unnamed.append(asset.id)
                    continue
                }
                found.append(
                    AssetToSend(asset: asset, bucket: try row.text("bucket"), path: path)
                )
            }
        }
        for id in unnamed {
            try writing { connection in
                guard try !isNamed(id, on: connection) else { return }
                try connection.execute(
                    "DELETE FROM shared_asset WHERE id = $1",
                    [.text(id.digest)]
                )
            }
        }
        return found
    }

    /// Whether a record names a file still: another may stand in its place since.
    private func isNamed(_ id: Asset.ID, on connection: any SQLConnection) throws -> Bool {
        try !connection.rows(
            "SELECT 1 AS found FROM shared_field WHERE kind <> $1 AND instr(value, $2) > 0 LIMIT 1",
            [.text(SharedKind.asset), .text(id.digest)]
        ).isEmpty
    }

    /// Notes that the service has a file.
    package func noteSent(_ id: Asset.ID) throws(WorkspaceError) {
        try writing { connection in
            try connection.execute(
                "UPDATE shared_asset SET is_sent = 1, refusal = NULL WHERE id = $1",
                [.text(id.digest)]
            )
        }
    }

    /// Notes why the service does not take a file, which is not sent again until
    /// ``retryRefused()``.
    package func noteRefused(_ id: Asset.ID, _ sentence: String) throws(WorkspaceError) {
        try writing { connection in
            try connection.execute(
                "UPDATE shared_asset SET refusal = $2 WHERE id = $1",
                [.text(id.digest), .text(sentence)]
            )
        }
    }

    /// Lets what was refused be sent again: there may be room now.
    package func retryRefused() throws(WorkspaceError) {
        try writing { connection in
            try connection.execute(
                "UPDATE shared_asset SET refusal = NULL WHERE refusal IS NOT NULL"
            )
        }
    }

    /// Wants a file that lies on the service and not here.
    ///
    /// - Returns: Whether it can be had; not when nobody has signed in, or when
    ///   no shared record names it.
    @discardableResult
    package func want(_ id: Asset.ID) throws(WorkspaceError) -> Bool {
        let row = try reading { connection in
            try connection.rows(
                """
                SELECT wanted FROM shared_asset JOIN asset ON asset.id = shared_asset.id
                WHERE shared_asset.id = $1 AND EXISTS (SELECT 1 FROM sharing)
                """,
                [.text(id.digest)]
            ).first.map { try $0.integer("wanted") }
        }
        guard let wanted = row else { return false }
        // Written once: whoever shows a picture asks again and again.
        guard wanted < 2 else { return true }
        try writing { connection in
            try connection.execute(
                "UPDATE shared_asset SET wanted = 2 WHERE id = $1",
                [.text(id.digest)]
            )
        }
        return true
    }

    /// Returns where a file lies; nil for one that is not here, which is wanted
    /// from now on where the service has it.
    package func file(_ id: Asset.ID) throws(WorkspaceError) -> String? {
        if let path = try assets.path(of: id) {
            noteUse(of: path)
            return path
        }
        try want(id)
        return nil
    }

    /// Wants every file that shared records name.
    package func wantEverything() throws(WorkspaceError) {
        let rows = try reading { connection in
            try connection.rows("SELECT id FROM shared_asset WHERE wanted = 0")
                .map { try $0.text("id") }
        }
        for id in rows.compactMap({ Asset.ID($0) }) where try assets.path(of: id) == nil {
            try want(id)
        }
    }

    /// Returns the files that are wanted and not here: those somebody waits for
    /// first, and of these small ones.
    package func wantedAssets() throws(WorkspaceError) -> [Asset] {
        try reading { connection in
            try connection.rows(
                """
                SELECT asset.* FROM shared_asset JOIN asset ON asset.id = shared_asset.id
                WHERE wanted > 0 ORDER BY shared_asset.bucket = 'thumbnails' DESC, wanted DESC,
                    asset.byte_count, asset.id
                """
            ).map(Asset.init)
        }
    }

    /// Gives up on a file that cannot be had for now; asking for it wants it anew.
    package func stopWanting(_ id: Asset.ID) throws(WorkspaceError) {
        try writing { connection in
            try connection.execute(
                "UPDATE shared_asset SET wanted = 0 WHERE id = $1",
                [.text(id.digest)]
            )
        }
    }

    /// Where a file is put while it comes; several processes may see what is there.
    package func incomingPath(of id: Asset.ID) throws(WorkspaceError) -> String {
        let path = directory + "/incoming"
        try PrivateDirectory.make(path)
        return path + "/" + id.digest
    }

    /// Takes a file that came from the service into the store, which may move it.
    ///
    /// - Throws: ``WorkspaceError`` for another file than it was said to be.
    package func receive(_ path: String, as asset: Asset) throws(WorkspaceError) {
        let placed = try assets.place(
            file: path,
            kind: asset.kind,
            name: asset.name,
            size: asset.size,
            moving: true
        )
        // What else it is lies under its own name, where nothing tells of it, and is swept.
        guard placed.id == asset.id else {
            throw WorkspaceError(
                kind: .other,
                message: "“\(asset.name)” came from the service as another file; ask for it again."
            )
        }
        try writing { connection in
            try assets.record(placed, on: connection)
            try connection.execute(
                """
                UPDATE shared_asset SET is_sent = 1, is_fetched = 1, wanted = 0 WHERE id = $1
                """,
                [.text(asset.id.digest)]
            )
        }
    }
}
