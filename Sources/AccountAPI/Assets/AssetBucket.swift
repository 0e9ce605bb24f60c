/// What a file of a space is for.
package enum AssetBucket: String, Hashable, Sendable, Codable, CaseIterable {
    /// What somebody brought: frames, films, sounds.
    case uploads
    /// What a model or a render made.
    case generated
    /// Films as they leave.
    case exports
    /// Small pictures of others.
    case thumbnails

    /// The most bytes of one file.
    package var byteLimit: Int {
        switch self {
        case .thumbnails: 4 << 20
        case .uploads, .generated, .exports: AssetExchange.byteLimit
        }
    }

    /// Whether files of a type belong there.
    package func takes(_ type: AssetType) -> Bool {
        switch self {
        case .thumbnails: type.medium == .picture
        case .exports: type.medium != .sound
        case .uploads, .generated: true
        }
    }
}
