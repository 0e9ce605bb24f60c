import Glibc

/// Pixels handed to a terminal on the same machine through shared memory.
///
/// The terminal removes an object when it has read it. Those that were sent
/// last are remembered and removed here as well, as a terminal that is gone
/// removes none.
final class SharedPixels {
    private var names: [String] = []
    private var count = 0
    private let prefix: String

    /// No terminal has more frames under way than this.
    private static let limit = 4

    init() {
        prefix = "/kinema-\(getpid())-\(UInt32.random(in: .min ... .max))-"
    }

    deinit { for name in names { shm_unlink(name) } }

    /// Copies bytes into an object of their own and returns its name; nil
    /// where there is no room.
    func put(_ bytes: [UInt8]) -> String? {
        count += 1
        let name = prefix + String(count)
        let descriptor = shm_open(name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        // Written, not mapped: a full memory file system is an error here, and
        // would be a signal there.
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
            }
            guard written > 0 || errno == EINTR else { break }
            offset += max(0, written)
        }
        guard offset == bytes.count else {
            shm_unlink(name)
            return nil
        }
        names.append(name)
        if names.count > Self.limit { shm_unlink(names.removeFirst()) }
        return name
    }
}
