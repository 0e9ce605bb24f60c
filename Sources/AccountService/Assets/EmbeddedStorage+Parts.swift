import AccountAPI
import Crypto
import Editorial
import Foundation
import NIOCore

extension EmbeddedStorage {
    /// Takes one part as it comes, and keeps it if it is what was announced.
    func take<Body: AsyncSequence & Sendable>(
        part number: Int,
        of upload: StoredUpload,
        from body: Body
    ) async throws where Body.Element == ByteBuffer {
        let partial = partialPath
        let file = try await blocking { () throws(AssetError) in
            try DiskFile(creating: partial)
        }
        defer { unlink(partial) }
        let wanted = upload.byteCount(ofPart: number)
        var (hash, count) = (SHA256(), 0)
        for try await piece in body {
            count += piece.readableBytes
            guard count <= wanted else { throw AssetError.damaged }
            hash.update(data: piece.readableBytesView)
            try await blocking { () throws(AssetError) in
                try file.write(piece)
            }
        }
        guard count == wanted, hash.assetID == upload.parts[number - 1] else {
            throw AssetError.damaged
        }
        let (whole, directory) = (path(of: upload.key), partsPath(of: upload.key))
        try await blocking { () throws(AssetError) in
            try file.synchronize()
            try Self.make(directory)
            // One that is being read stays as it is: the new one only takes its name.
            guard rename(partial, "\(directory)/\(number)") == 0 else {
                throw AssetError.disk("keep")
            }
            try Self.synchronize(directory: directory)
            // It came after all was joined without it.
            if access(whole, F_OK) == 0 { Self.removeAll(directory) }
        }
    }

    func join(_ upload: StoredUpload) async throws(AssetError) {
        let (target, parts) = (path(of: upload.key), partsPath(of: upload.key))
        let partial = partialPath
        try await blocking { () throws(AssetError) in
            if access(target, F_OK) != 0 {
                defer { unlink(partial) }
                try Self.join(upload, in: parts, into: partial)
                try Self.install(partial, at: target)
            }
            Self.removeAll(parts)
        }
    }

    func store(
        _ path: String,
        as key: StorageKey,
        type: AssetType,
        digest: Asset.ID
    ) async throws(AssetError) {
        let (target, partial) = (self.path(of: key), partialPath)
        try await blocking { () throws(AssetError) in
            defer { unlink(partial) }
            let file = try DiskFile(creating: partial)
            var hash = SHA256()
            try DiskFile(reading: path).drain { piece throws(AssetError) in
                hash.update(bufferPointer: piece)
                try file.write(piece)
            }
            guard hash.assetID == digest else { throw AssetError.damaged }
            try file.synchronize()
            try Self.install(partial, at: target)
        }
    }

    /// What cannot be removed now is with the whole, later.
    private static func removeAll(_ directory: String) {
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Writes the parts one after the other.
    private static func join(
        _ upload: StoredUpload,
        in directory: String,
        into path: String
    ) throws(AssetError) {
        let target = try DiskFile(creating: path)
        for number in upload.numbers {
            let part = try? DiskFile(reading: "\(directory)/\(number)")
            guard let part, part.byteCount == upload.byteCount(ofPart: number) else {
                throw AssetError(.damaged, "Part \(number) is not there yet; send it.")
            }
            try part.drain { piece throws(AssetError) in try target.write(piece) }
        }
        try target.synchronize()
    }

    /// Moves a whole file to its place.
    private static func install(_ partial: String, at target: String) throws(AssetError) {
        let shelf = (target as NSString).deletingLastPathComponent
        try make(shelf)
        guard rename(partial, target) == 0 else { throw .disk("keep") }
        try synchronize(directory: shelf)
        try synchronize(directory: (shelf as NSString).deletingLastPathComponent)
    }
}

extension DiskFile {
    /// Writes what a buffer holds, on the thread that calls.
    fileprivate func write(_ buffer: ByteBuffer) throws(AssetError) {
        var failure: AssetError?
        buffer.withUnsafeReadableBytes { bytes in
            do throws(AssetError) { try write(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
    }
}
