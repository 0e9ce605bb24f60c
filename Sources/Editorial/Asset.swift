/// A media file in the library, addressed by what it holds.
package struct Asset: Hashable, Codable, Sendable {
    /// The SHA-256 of a file's bytes, as 64 lowercase hexadecimal digits.
    package struct ID: Hashable, Codable, Sendable, CustomStringConvertible {
        package let digest: String

        /// nil unless `digest` is 64 lowercase hexadecimal digits, so that an
        /// identifier is always safe as a file name.
        package init?(_ digest: String) {
            guard digest.utf8.count == 64,
                digest.utf8.allSatisfy({ byte in
                    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
                })
            else { return nil }
            self.digest = digest
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            let text = try container.decode(String.self)
            guard let id = ID(text) else {
                throw DecodingError.dataCorruptedError(
                    in: container,
                    debugDescription: "An asset is named by 64 hexadecimal digits."
                )
            }
            self = id
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(digest)
        }

        package var description: String { digest }
    }

    package enum Kind: String, CaseIterable, Codable, Sendable {
        case image, video, sound, depth
    }

    package var id: ID
    package var kind: Kind
    /// The name it came with, for people; never a path.
    package var name: String
    /// The ending of its file in the store, such as `mp4`: letters and digits only.
    package var fileExtension: String
    package var byteCount: Int
    package var size: PixelSize

    package init(
        id: ID,
        kind: Kind,
        name: String,
        fileExtension: String,
        byteCount: Int,
        size: PixelSize
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.fileExtension = fileExtension
        self.byteCount = byteCount
        self.size = size
    }
}
