import Database
import Editorial
import Foundation

extension LocalWorkspace {
    /// Removes files that came from the service and lie there still, those not
    /// used for longest first, until they take no more than a limit of bytes.
    ///
    /// What was made or brought here stays, and so does what the service is not
    /// known to have.
    ///
    /// - Returns: How many were removed.
    @discardableResult
    package func dropFetched(beyond limit: Int) throws(WorkspaceError) -> Int {
        let fetched = try reading { connection in
            try connection.rows(
                """
                SELECT asset.* FROM shared_asset JOIN asset ON asset.id = shared_asset.id
                WHERE is_fetched = 1 AND is_sent = 1 AND wanted = 0
                """
            ).map(Asset.init)
        }
        var there: [(asset: Asset, path: String, usedAt: Date, byteCount: Int)] = []
        for asset in fetched {
            let path = assets.directory + "/" + asset.storedPath
            // One that is not there takes no room.
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            guard let date = attributes?[.modificationDate] as? Date,
                let count = attributes?[.size] as? Int
            else { continue }
            there.append((asset, path, date, count))
        }
        var total = there.reduce(0) { $0 + $1.byteCount }
        var count = 0
        for file in there.sorted(by: { $0.usedAt < $1.usedAt }) where total > limit {
            guard unlink(file.path) == 0 else { continue }
            total -= file.byteCount
            count += 1
            let digest = file.asset.id.digest
            try writing { connection in
                try connection.execute(
                    "UPDATE shared_asset SET is_fetched = 0 WHERE id = $1",
                    [.text(digest)]
                )
            }
        }
        return count
    }

    /// Notes that a file is used, so that it is not among the first to go.
    package func noteUse(of path: String) {
        var status = stat()
        // To the hour: that it was used is not worth a write each time.
        guard lstat(path, &status) == 0, Int(time(nil)) - status.st_mtim.tv_sec > 3600 else {
            return
        }
        utimes(path, nil)
    }
}
