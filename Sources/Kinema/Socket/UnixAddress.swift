import Glibc

/// The name of a Unix socket as the system takes it.
struct UnixAddress {
    private var address = sockaddr_un()

    /// nil for a path that is too long for one.
    init?(_ path: String) {
        let bytes = Array(path.utf8)
        address.sun_family = sa_family_t(AF_UNIX)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { room in
            guard bytes.count < room.count, !bytes.contains(0) else { return false }
            room.copyBytes(from: bytes)
            return true
        }
        guard fits else { return nil }
    }

    /// Returns a connection to whoever listens there; nil where nobody does.
    mutating func connected() -> CInt? {
        let descriptor = socket(
            AF_UNIX,
            CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue),
            0
        )
        guard descriptor >= 0 else { return nil }
        let isConnected = with { connect(descriptor, $0, $1) == 0 }
        if !isConnected { close(descriptor) }
        return isConnected ? descriptor : nil
    }

    mutating func bind(_ descriptor: CInt) -> Bool {
        with { Glibc.bind(descriptor, $0, $1) == 0 }
    }

    private mutating func with(
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Bool
    ) -> Bool {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
