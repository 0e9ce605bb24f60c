import Foundation

/// A connection to the service over which a test says what no client would.
package final class RawConnection: Sendable {
    private let descriptor: CInt

    package init(_ fixture: ServiceFixture) throws {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        self.descriptor = descriptor
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(fixture.port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw POSIXError(.ECONNREFUSED) }
        // A service that never answers fails the test instead of holding it.
        var limit = timeval(tv_sec: 600, tv_usec: 0)
        setsockopt(
            descriptor,
            SOL_SOCKET,
            SO_RCVTIMEO,
            &limit,
            socklen_t(MemoryLayout<timeval>.size)
        )
    }

    deinit { close(descriptor) }

    package func write(_ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes {
            send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
        }
    }

    package func write(_ text: String) { write(Array(text.utf8)) }

    /// Returns what comes until the service ends the connection.
    package func rest() async -> [UInt8] { await read { _ in false } }

    /// Returns what comes until it holds a text.
    package func read(until text: String) async -> String {
        let wanted = Data(text.utf8)
        return String(
            decoding: await read { Data($0).range(of: wanted) != nil },
            as: UTF8.self
        )
    }

    private func read(_ isEnough: @escaping @Sendable ([UInt8]) -> Bool) async -> [UInt8] {
        await withCheckedContinuation { continuation in
            // It blocks, which no thread of the tests' own may.
            Thread.detachNewThread { [self] in
                var all: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 4096)
                while !isEnough(all) {
                    let count = recv(descriptor, &buffer, buffer.count, 0)
                    guard count > 0 else { break }
                    all += buffer.prefix(count)
                }
                continuation.resume(returning: all)
            }
        }
    }
}
