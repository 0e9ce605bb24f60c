import AccountAPI
import Crypto
import Editorial
import Foundation

/// Files in a directory of the service's own, and addresses that it signs and honours itself.
///
/// `objects` holds whole files, `parts` what is on its way, and `partial` what
/// is just being written. A file is in either of the first two whole or not at all.
struct EmbeddedStorage: AssetStorage {
    let directory: String
    let key: AddressKey
    /// What blocks does so here.
    let pool = WorkPool(width: 4)

    /// Makes the directory, for its owner alone, when it is missing.
    init(directory: String, key: AddressKey) throws(AssetError) {
        self.directory = directory
        self.key = key
        for part in ["", "/objects", "/parts", "/partial"] {
            try Self.make(directory + part)
        }
    }

    func path(of key: StorageKey) -> String {
        "\(directory)/objects/\(key.text.prefix(2))/\(key.text)"
    }

    func partsPath(of key: StorageKey) -> String { "\(directory)/parts/\(key.text)" }

    /// A name that nothing has, for what is just being written.
    var partialPath: String { "\(directory)/partial/\(UUID().uuidString)" }

    func begin(_ key: StorageKey, type: AssetType) async throws(AssetError) -> String {
        let path = partsPath(of: key)
        try await blocking { () throws(AssetError) in try Self.make(path) }
        return "embedded"
    }

    func parts(of upload: StoredUpload) async throws(AssetError) -> Set<Int> {
        let (whole, path) = (self.path(of: upload.key), partsPath(of: upload.key))
        return try await blocking { () throws(AssetError) in
            if access(whole, F_OK) == 0 { return Set(upload.numbers) }
            // What was never begun has none.
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return Set(names.compactMap { Int($0) }.filter { upload.parts.indices ~= $0 - 1 })
        }
    }

    func place(ofPart number: Int, of upload: StoredUpload, until time: Int) -> AssetExchange.Part {
        AssetExchange.Part(
            number: number,
            address: key.address(
                AccountRoute.sendPart.method.rawValue,
                AccountRoute.sendPart.path(upload.id, "\(number)"),
                until: time
            ),
            headers: ["Content-Type": "application/octet-stream"]
        )
    }

    func look(at key: StorageKey) async throws(AssetError) -> StoredLook {
        let path = path(of: key)
        return try await blocking { () throws(AssetError) in
            try Self.look(at: try DiskFile(reading: path))
        }
    }

    func fetch(_ key: StorageKey, to path: String) async throws(AssetError) {
        let source = self.path(of: key)
        try await blocking { () throws(AssetError) in
            let beside = path + ".\(UUID().uuidString).partial"
            do throws(AssetError) {
                let target = try DiskFile(creating: beside)
                try DiskFile(reading: source).drain { piece throws(AssetError) in
                    try target.write(piece)
                }
                try target.synchronize()
                guard rename(beside, path) == 0 else { throw AssetError.disk("move") }
            } catch {
                unlink(beside)
                throw error
            }
        }
    }

    func address(of asset: SharedAsset, at key: StorageKey, until time: Int) -> String {
        self.key.address(
            AccountRoute.readFile.method.rawValue,
            AccountRoute.readFile.path(key.text),
            [("type", asset.type.rawValue), ("name", asset.fileName)],
            until: time
        )
    }

    func remove(_ key: StorageKey, ticket: String?) async throws(AssetError) {
        let (file, parts) = (path(of: key), partsPath(of: key))
        try await blocking { () throws(AssetError) in
            guard unlink(file) == 0 || errno == ENOENT else { throw AssetError.disk("remove") }
            guard access(parts, F_OK) == 0 else { return }
            guard (try? FileManager.default.removeItem(atPath: parts)) != nil else {
                throw AssetError.disk("remove")
            }
        }
    }

    func clean() async throws(AssetError) {
        let path = directory + "/partial"
        try await blocking { () throws(AssetError) in
            let files = FileManager.default
            // By the clock that the files have their times from.
            let limit = Date(timeIntervalSinceNow: -86_400)
            // A directory that cannot be read holds nothing that could be removed.
            for name in (try? files.contentsOfDirectory(atPath: path)) ?? [] {
                let file = path + "/" + name
                let attributes = try? files.attributesOfItem(atPath: file)
                guard let date = attributes?[.modificationDate] as? Date, date < limit else {
                    continue
                }
                unlink(file)
            }
        }
    }

    func close() async { await pool.close() }

    /// Runs what waits for the disk on a thread for it.
    func blocking<Value: Sendable>(
        _ body: @escaping @Sendable () throws(AssetError) -> Value
    ) async throws(AssetError) -> Value {
        do {
            return try await pool.run { try body() }
        } catch let error as AssetError {
            throw error
        } catch {
            throw AssetError(.unavailable, "The service is ending; try again in a moment.")
        }
    }

    static func make(_ path: String) throws(AssetError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .disk("make") }
    }

    static func synchronize(directory path: String) throws(AssetError) {
        try DiskFile(reading: path).synchronize()
    }

    /// Reads a file from its first byte to the last.
    static func look(at file: DiskFile) throws(AssetError) -> StoredLook {
        var (hash, count, beginning) = (SHA256(), 0, [UInt8]())
        try file.drain { piece in
            if beginning.count < AssetType.sampleCount {
                beginning += piece.prefix(AssetType.sampleCount - beginning.count)
            }
            hash.update(bufferPointer: piece)
            count += piece.count
        }
        return StoredLook(byteCount: count, digest: hash.assetID, beginning: beginning)
    }
}

extension SHA256 {
    /// The name of a file with the bytes that were hashed.
    var assetID: Asset.ID {
        guard let id = Asset.ID(finalize().hexadecimal) else {
            preconditionFailure("A hash has 64 digits.")
        }
        return id
    }
}

extension SharedAsset {
    /// What the file is called when it is saved: its name, with the ending of its type.
    var fileName: String {
        let ending = "." + type.fileExtension
        return name.lowercased().hasSuffix(ending) ? name : name + ending
    }
}
