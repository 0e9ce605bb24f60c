package import Database
import Foundation

/// The files of an embedded store, copied beside a database that tells of them.
package enum EmbeddedArchive {
    /// Copies files of a store into another directory that is to be one, where they are not yet.
    ///
    /// A file never changes under its name, so it is linked where both are on
    /// one disk. With `lately`, what the database let go of a short while ago
    /// comes too: a copy of it that is a moment older may tell of it.
    ///
    /// - Returns: How many files there are then, and how many are missing.
    package static func copy(
        _ database: any SQLDatabase,
        from store: String,
        to other: String,
        lately: Bool
    ) throws -> (count: Int, missing: Int) {
        let keys = try database.read { connection in
            let kept = try connection.rows("SELECT storage_key FROM asset_object")
            let gone = lately ? try connection.rows("SELECT storage_key FROM asset_garbage") : []
            return (
                try kept.map { try $0.text("storage_key") },
                Set(
                    try gone.map {
                        try $0.text("storage_key")
                    }
                )
            )
        }
        var (count, missing) = (0, 0)
        for (text, isKept) in keys.0.map({ ($0, true) }) + keys.1.map({ ($0, false) }) {
            guard let key = StorageKey(text) else { continue }
            if try copy(key, from: store, to: other) {
                count += 1
            } else if isKept {
                missing += 1
            }
        }
        return (count, missing)
    }

    private static func copy(
        _ key: StorageKey,
        from store: String,
        to other: String
    ) throws(AssetError) -> Bool {
        let place = "/objects/\(key.text.prefix(2))/\(key.text)"
        let (source, target) = (store + place, other + place)
        guard access(source, R_OK) == 0 else { return false }
        for end in ["", "/objects", "/objects/\(key.text.prefix(2))"] {
            try EmbeddedStorage.make(other + end)
        }
        if access(target, F_OK) == 0 || link(source, target) == 0 { return true }
        let beside = target + ".partial"
        unlink(beside)
        let copy = try DiskFile(creating: beside)
        try DiskFile(reading: source).drain { piece throws(AssetError) in try copy.write(piece) }
        try copy.synchronize()
        guard rename(beside, target) == 0 else { throw .disk("keep") }
        return true
    }
}
