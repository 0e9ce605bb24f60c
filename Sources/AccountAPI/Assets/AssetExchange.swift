package import Editorial

/// How files travel between a machine and the service.
///
/// A file is announced with its hash. Where the space has it, that is all;
/// otherwise its parts are sent to addresses that are signed and end, which
/// may be of another server than the service, and it is completed: then the
/// service looks at the whole, and only what is what was announced is kept.
package enum AssetExchange {
    /// The bytes of every part but the last, which may be shorter.
    package static let partByteCount = 8 << 20
    /// The most bytes of one file.
    package static let byteLimit = 4 << 30
    /// The longest name of a file, in characters.
    package static let nameLimit = 200

    /// Returns how many parts a file of a length has.
    package static func partCount(_ byteCount: Int) -> Int {
        max(1, (byteCount + partByteCount - 1) / partByteCount)
    }

    /// Returns which bytes of a file are its part of a number, counted from 1.
    package static func range(ofPart number: Int, of byteCount: Int) -> Range<Int> {
        let start = min(max(0, number - 1) * partByteCount, byteCount)
        return start..<min(start + partByteCount, byteCount)
    }

    package struct Announcement: Hashable, Sendable, Codable {
        package var sha256: Asset.ID
        package var bucket: AssetBucket
        package var type: AssetType
        package var byteCount: Int
        package var name: String
        /// The SHA-256 of each part, so that a part that was damaged on its way is refused at once.
        package var parts: [Asset.ID]

        package init(
            sha256: Asset.ID,
            bucket: AssetBucket,
            type: AssetType,
            byteCount: Int,
            name: String,
            parts: [Asset.ID]
        ) {
            self.sha256 = sha256
            self.bucket = bucket
            self.type = type
            self.byteCount = byteCount
            self.name = name
            self.parts = parts
        }
    }

    /// One of the two: the file that is there already, or how to send it.
    package struct Announced: Hashable, Sendable, Codable {
        package var asset: SharedAsset?
        package var upload: Upload?

        package init(asset: SharedAsset? = nil, upload: Upload? = nil) {
            self.asset = asset
            self.upload = upload
        }
    }

    package struct Upload: Hashable, Sendable, Codable {
        package var id: String
        /// Those that are not there yet.
        package var parts: [Part]
        /// When it is forgotten, unless something more comes.
        package var expiresAt: Timestamp

        package init(id: String, parts: [Part], expiresAt: Timestamp) {
            self.id = id
            self.parts = parts
            self.expiresAt = expiresAt
        }
    }

    /// Where one part is sent, by `PUT`.
    package struct Part: Hashable, Sendable, Codable {
        /// From 1.
        package var number: Int
        /// Absolute, or relative to the service; a secret for as long as it holds.
        package var address: String
        /// What has to be sent with it, by name.
        package var headers: [String: String]

        package init(number: Int, address: String, headers: [String: String]) {
            self.number = number
            self.address = address
            self.headers = headers
        }
    }

    /// A file, and where its bytes are got for a while, the whole or ranges of them.
    package struct Found: Hashable, Sendable, Codable {
        package var asset: SharedAsset
        /// Absolute, or relative to the service; a secret for as long as it holds.
        package var address: String
        package var expiresAt: Timestamp

        package init(asset: SharedAsset, address: String, expiresAt: Timestamp) {
            self.asset = asset
            self.address = address
            self.expiresAt = expiresAt
        }
    }

    /// How much a space’s owner keeps in all their spaces, and may keep.
    package struct Usage: Hashable, Sendable, Codable {
        package var byteCount: Int
        package var limit: Int

        package init(byteCount: Int, limit: Int) {
            self.byteCount = byteCount
            self.limit = limit
        }
    }
}
