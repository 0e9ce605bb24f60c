import Foundation
import Glibc
import Synchronization

/// A plain HTTP/1.1 server on this machine that does what a test tells it to.
///
/// Every connection has a thread of its own. It keeps what it was asked.
package final class LoopbackServer: Sendable {
    package typealias Route = @Sendable (LoopbackRequest) -> LoopbackAnswer

    private struct State {
        var requests: [LoopbackRequest] = []
        var connections: Set<Int32> = []
        var isStopped = false
    }

    package let port: UInt16
    private let listener: Int32
    private let isListening: Bool
    private let route: Route
    private let state = Mutex(State())

    /// Listens on a port that the system chooses; or keeps the port and hears nobody, so that
    /// no other server of the tests can be there.
    package init(isListening: Bool = true, _ route: @escaping Route) throws {
        self.route = route
        self.isListening = isListening
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0
                    && (!isListening || listen(listener, 64) == 0)
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRINUSE) }
        port = UInt16(bigEndian: address.sin_port)
        guard isListening else { return }
        let thread = Thread { [weak self] in
            // Closed here alone: elsewhere its number could become another server's
            // while this thread is about to take a connection from it.
            defer { close(listener) }
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                guard let self else { return _ = close(connection) }
                self.serve(connection)
            }
        }
        thread.start()
    }

    deinit {
        stop()
        if !isListening { close(listener) }
    }

    package var address: String { "http://127.0.0.1:\(port)" }

    /// Everything that was asked so far.
    package var requests: [LoopbackRequest] { state.withLock { $0.requests } }

    /// Closes every connection; nothing is answered any more.
    package func stop() {
        state.withLock { state in
            guard !state.isStopped else { return }
            state.isStopped = true
            shutdown(listener, Int32(SHUT_RDWR))
            for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
        }
    }

    private func serve(_ connection: Int32) {
        let isTaken = state.withLock { state in
            if !state.isStopped { state.connections.insert(connection) }
            return !state.isStopped
        }
        guard isTaken else { return _ = close(connection) }
        let thread = Thread { [self] in
            var channel = LoopbackConnection(connection)
            while let request = channel.read() {
                state.withLock { $0.requests.append(request) }
                let answer = route(request)
                answer.before()
                if let talk = answer.talk {
                    channel.talk(request, talk)
                    break
                }
                if !channel.write(answer, bodyless: request.method == "HEAD") { break }
            }
            _ = state.withLock { $0.connections.remove(connection) }
            close(connection)
        }
        thread.stackSize = 1 << 20
        thread.start()
    }
}
