package import AccountAPI
package import Editorial

/// Where the bytes of files lie: a directory of the service's, or a store that speaks as S3 does.
///
/// It knows no space and no account. Memory stays flat whatever a file's size.
package protocol AssetStorage: Sendable {
    /// Prepares for the parts of a file.
    ///
    /// - Returns: What the storage knows them by.
    func begin(_ key: StorageKey, type: AssetType) async throws(AssetError) -> String

    /// Tells which parts are there, whole.
    func parts(of upload: StoredUpload) async throws(AssetError) -> Set<Int>

    /// Returns where a part is sent, until a time in seconds since 1970.
    func place(
        ofPart number: Int,
        of upload: StoredUpload,
        until time: Int
    ) -> AssetExchange.Part

    /// Makes one file of the parts; doing it again is the same as once.
    func join(_ upload: StoredUpload) async throws(AssetError)

    /// Reads what is kept, from its first byte to the last.
    func look(at key: StorageKey) async throws(AssetError) -> StoredLook

    /// Keeps a copy of a file of this machine.
    func store(
        _ path: String,
        as key: StorageKey,
        type: AssetType,
        digest: Asset.ID
    ) async throws(AssetError)

    /// Copies what is kept into a file of this machine, which appears whole or not at all.
    func fetch(_ key: StorageKey, to path: String) async throws(AssetError)

    /// Returns where a file's bytes are got, until a time in seconds since 1970.
    func address(of asset: SharedAsset, at key: StorageKey, until time: Int) -> String

    /// Removes what is kept, and parts that were sent; what is not there is removed already.
    func remove(_ key: StorageKey, ticket: String?) async throws(AssetError)

    /// Removes what a process left that was cut off.
    func clean() async throws(AssetError)

    /// Lets go of threads; nothing is asked afterwards.
    func close() async
}

/// A file of which the parts are on their way.
package struct StoredUpload: Hashable, Sendable {
    package let id: String
    package let key: StorageKey
    /// What ``AssetStorage/begin(_:type:)`` returned.
    package let ticket: String
    package let byteCount: Int
    /// The SHA-256 of each part.
    package let parts: [Asset.ID]

    package init(id: String, key: StorageKey, ticket: String, byteCount: Int, parts: [Asset.ID]) {
        self.id = id
        self.key = key
        self.ticket = ticket
        self.byteCount = byteCount
        self.parts = parts
    }

    /// Those of the parts, from 1.
    var numbers: [Int] { parts.indices.map { $0 + 1 } }

    func byteCount(ofPart number: Int) -> Int {
        AssetExchange.range(ofPart: number, of: byteCount).count
    }
}

/// What bytes turned out to be.
package struct StoredLook: Hashable, Sendable {
    package let byteCount: Int
    package let digest: Asset.ID
    /// The first ``AssetType/sampleCount`` of them.
    package let beginning: [UInt8]

    package init(byteCount: Int, digest: Asset.ID, beginning: [UInt8]) {
        self.byteCount = byteCount
        self.digest = digest
        self.beginning = beginning
    }
}
