package import Editorial

/// A file that the service keeps for a space: whole, and looked at.
package struct SharedAsset: Hashable, Sendable, Codable {
    /// The SHA-256 of its bytes.
    package var sha256: Asset.ID
    package var bucket: AssetBucket
    package var type: AssetType
    package var byteCount: Int
    /// What people call it.
    package var name: String
    package var createdAt: Timestamp

    package init(
        sha256: Asset.ID,
        bucket: AssetBucket,
        type: AssetType,
        byteCount: Int,
        name: String,
        createdAt: Timestamp
    ) {
        self.sha256 = sha256
        self.bucket = bucket
        self.type = type
        self.byteCount = byteCount
        self.name = name
        self.createdAt = createdAt
    }
}
