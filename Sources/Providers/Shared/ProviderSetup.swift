import Generation
package import Networking
import Synchronization

/// What an adapter needs to reach its service.
package struct ProviderSetup: Sendable {
    /// Such as `runway`; what its models' ids begin with.
    package let id: String
    /// What people call it.
    package let title: String
    package let address: WebAddress
    package let client: HTTPClient
    package let sockets: WebSocketClient
    /// A directory of the person's files for it, such as ComfyUI's graphs.
    package let directory: String?
    /// The directories of programs, as `PATH` has them.
    let searchPath: String
    private let kept: KeptKey
    /// Whether the service wants a key at all.
    let needsKey: Bool

    /// Seconds since 1970.
    let now: @Sendable () -> Int

    /// Makes a setup; `now` gives seconds since 1970.
    package init(
        id: String,
        title: String,
        address: WebAddress,
        client: HTTPClient,
        sockets: WebSocketClient = WebSocketClient(),
        directory: String? = nil,
        searchPath: String = "",
        key source: KeySource? = nil,
        environment: [String: String] = [:],
        now: @escaping @Sendable () -> Int
    ) {
        self.id = id
        self.title = title
        self.address = address
        self.client = client
        self.sockets = sockets
        self.directory = directory
        self.searchPath = searchPath
        self.now = now
        needsKey = source != nil
        kept = KeptKey { () throws(ProviderError) in
            guard let source else { throw .noKey(title, "it wants none") }
            return try source.key(for: title, environment: environment)
        }
    }

    /// Reads the key; asked for when it is first needed, and not again once it was there.
    func key() throws(ProviderError) -> Secret { try kept.key() }
}

/// A key that is asked for once, because a command may ask a person.
private final class KeptKey: Sendable {
    private let read: @Sendable () throws(ProviderError) -> Secret
    private let kept = Mutex<Secret?>(nil)

    init(read: @escaping @Sendable () throws(ProviderError) -> Secret) { self.read = read }

    func key() throws(ProviderError) -> Secret {
        if let key = kept.withLock({ $0 }) { return key }
        let key = try read()
        kept.withLock { $0 = key }
        return key
    }
}
