/// Where the service keeps files, as whoever runs it says.
package enum StoragePlace: Hashable, Sendable {
    /// A directory of its own, which is made when it is missing.
    case directory(String)
    case s3(S3Settings)

    func open(
        _ store: ServiceStore,
        now: @escaping @Sendable () -> Int
    ) async throws -> any AssetStorage {
        switch self {
        case .directory(let path):
            try EmbeddedStorage(directory: path, key: try await AddressKey.load(store))
        case .s3(let settings): S3Storage(settings: settings, now: now)
        }
    }
}
