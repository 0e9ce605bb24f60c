import Hummingbird
import NIOCore

/// What is known of a request beside what it says.
struct ServiceContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The network address of the connection.
    let peer: String

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }
}
