import Database
package import Editorial
import Foundation

/// The media files of a workspace, each kept once under the hash of its bytes.
///
/// A file is in the store whole or not at all, whatever is killed when.
package struct AssetStore: Sendable {
    /// Where the files lie: `ab/cdef….mp4`.
    let directory: String
    let scratch: ScratchDirectory
    let database: any SQLDatabase
    /// Where this process makes files that are to be adopted.
    ///
    /// It lies on the store's file system, so that adopting them moves no
    /// bytes, and is removed once the process is gone.
    package var scratchDirectory: String { scratch.path }

    /// Takes a file into the store and writes its row.
    ///
    /// Adopting the same bytes again returns the asset that is there.
    ///
    /// `name` is what people call it, of which only the last part of a path is
    /// kept; `size` is the picture's as it is displayed. With `moving`, the file
    /// may be moved and be gone afterwards; otherwise it is copied, and nothing
    /// that is done to it later reaches the store.
    package func adopt(
        file path: String,
        kind: Asset.Kind,
        name: String,
        size: PixelSize,
        moving: Bool = false
    ) throws(WorkspaceError) -> Asset {
        let asset = try place(file: path, kind: kind, name: name, size: size, moving: moving)
        do {
            try database.write { try record(asset, on: $0) }
        } catch {
            throw WorkspaceError(error, in: directory)
        }
        return asset
    }

    /// Writes an asset's row within the caller's transaction; one that is
    /// there stays as it is.
    func record(
        _ asset: Asset,
        on connection: any SQLConnection
    ) throws(WorkspaceError) {
        do {
            try connection.execute(
                """
                INSERT INTO asset (id, kind, name, extension, byte_count, width, height)
                VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING
                """,
                [
                    .text(asset.id.digest), .text(asset.kind.rawValue), .text(asset.name),
                    .text(asset.fileExtension), .integer(asset.byteCount),
                    .integer(asset.size.width), .integer(asset.size.height),
                ]
            )
        } catch {
            throw WorkspaceError(error, in: directory)
        }
    }

    /// Returns what is known of an asset; nil when it was never adopted.
    package func asset(_ id: Asset.ID) throws(WorkspaceError) -> Asset? {
        do {
            return try database.read { connection in
                let sql = "SELECT * FROM asset WHERE id = $1"
                return try connection.rows(sql, [.text(id.digest)]).first.map(Asset.init)
            }
        } catch {
            throw WorkspaceError(error, in: directory)
        }
    }

    /// Returns what assets are called; those that were never adopted are left out.
    package func names(of ids: [Asset.ID]) throws(WorkspaceError) -> [Asset.ID: String] {
        do {
            return try database.read { connection in
                var names: [Asset.ID: String] = [:]
                // A statement has room for a limited number of arguments.
                for start in stride(from: 0, to: ids.count, by: 500) {
                    let part = ids[start..<min(start + 500, ids.count)]
                    let places = part.indices.map { "$\($0 - start + 1)" }.joined(separator: ", ")
                    let sql = "SELECT id, name FROM asset WHERE id IN (\(places))"
                    for row in try connection.rows(sql, part.map { .text($0.digest) }) {
                        guard let id = try row.optionalAsset("id") else { continue }
                        names[id] = try row.text("name")
                    }
                }
                return names
            }
        } catch {
            throw WorkspaceError(error, in: directory)
        }
    }

    /// Returns where an asset's file lies; nil when it was never adopted or
    /// somebody removed the file.
    package func path(of id: Asset.ID) throws(WorkspaceError) -> String? {
        guard let asset = try asset(id) else { return nil }
        let path = directory + "/" + asset.storedPath
        return access(path, R_OK) == 0 ? path : nil
    }
}

extension Asset {
    init(_ row: SQLRow) throws {
        let text = try row.text("id")
        guard let id = Asset.ID(text), let kind = Asset.Kind(rawValue: try row.text("kind")) else {
            throw WorkspaceError.damaged("the asset “\(text)”")
        }
        self.init(
            id: id,
            kind: kind,
            name: try row.text("name"),
            // A row may come from elsewhere; its ending becomes part of a path.
            fileExtension: Asset.fileExtension(of: "." + (try row.text("extension")), kind: kind),
            byteCount: try row.integer("byte_count"),
            size: PixelSize(width: try row.integer("width"), height: try row.integer("height"))
        )
    }
}
