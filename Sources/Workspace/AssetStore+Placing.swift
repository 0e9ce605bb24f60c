package import Editorial
import Foundation

extension AssetStore {
    /// Takes a file into the store without writing its row, which
    /// ``record(_:on:)`` does within a transaction of the caller's.
    ///
    /// The parameters are those of ``adopt(file:kind:name:size:moving:)``.
    package func place(
        file path: String,
        kind: Asset.Kind,
        name: String,
        size: PixelSize,
        moving: Bool = false
    ) throws(WorkspaceError) -> Asset {
        let staged = moving && isOnOwnFileSystem(path) ? try seal(path) : try copy(path)
        let asset =
            try asset(staged.id)
            ?? Asset(
                id: staged.id,
                kind: kind,
                name: Asset.displayName(name),
                fileExtension: Asset.fileExtension(of: path, kind: kind),
                byteCount: staged.byteCount,
                size: size
            )
        try install(staged, as: asset)
        if moving { unlink(path) }
        return asset
    }

    /// A whole file on the store's file system, hashed and on the disk.
    private struct Staged {
        let path: String
        let id: Asset.ID
        let byteCount: Int
    }

    /// Makes a file ready to be moved as it is.
    private func seal(_ path: String) throws(WorkspaceError) -> Staged {
        let file = try OpenFile(reading: path)
        let (id, byteCount) = try file.drain { (_) throws(WorkspaceError) in }
        try file.restrict()
        try file.synchronize()
        return Staged(path: path, id: id, byteCount: byteCount)
    }

    private func copy(_ path: String) throws(WorkspaceError) -> Staged {
        let source = try OpenFile(reading: path)
        let partial = scratchDirectory + "/\(UInt64.random(in: 0...UInt64.max)).partial"
        let target = try OpenFile(creating: partial)
        do {
            let (id, byteCount) = try source.drain { piece throws(WorkspaceError) in
                try target.write(piece)
            }
            try target.synchronize()
            return Staged(path: partial, id: id, byteCount: byteCount)
        } catch {
            unlink(partial)
            throw error
        }
    }

    /// Moves a file to its place, unless the same bytes lie there.
    private func install(_ staged: Staged, as asset: Asset) throws(WorkspaceError) {
        let target = directory + "/" + asset.storedPath
        let shelf = (target as NSString).deletingLastPathComponent
        var status = stat()
        if stat(target, &status) == 0, Int(status.st_size) == staged.byteCount {
            unlink(staged.path)
            // As of now, so that it is not swept before its row is written.
            utimes(target, nil)
        } else {
            try PrivateDirectory.make(shelf)
            guard rename(staged.path, target) == 0 else {
                throw WorkspaceError(code: errno, task: "move a file to", path: target)
            }
        }
        // Also when it was there: whoever put it there may not have come this far.
        try PrivateDirectory.synchronize(shelf)
        try PrivateDirectory.synchronize(directory)
    }

    private func isOnOwnFileSystem(_ path: String) -> Bool {
        var file = stat()
        var store = stat()
        return lstat(path, &file) == 0 && stat(directory, &store) == 0
            && file.st_dev == store.st_dev && file.st_mode & S_IFMT == S_IFREG
    }
}
