import Dispatch
import Glibc
import Synchronization

/// Writes whole frames to a descriptor, one after another, on a queue of its
/// own, so that a slow terminal never holds up anybody else.
///
/// @unchecked: the descriptor is constant, `isDead` is touched on the queue
/// only, and `isAbandoned` is atomic.
final class FrameWriter: @unchecked Sendable {
    private let descriptor: CInt
    private let queue = DispatchQueue(label: "kinema.terminal.writer", qos: .userInteractive)
    private var isDead = false
    private let isAbandoned = Atomic<Bool>(false)

    init(descriptor: CInt) { self.descriptor = descriptor }

    /// Writes bytes after all those given before, then calls back on the queue.
    func write(_ bytes: [UInt8], then done: @escaping @Sendable () -> Void = {}) {
        queue.async { [self] in
            drain(bytes)
            done()
        }
    }

    /// Writes bytes and waits, for no longer than `patience` in seconds: a terminal
    /// that takes nothing is left with what it has, and may be written to again.
    func finish(_ bytes: [UInt8], patience: Double = 2) {
        let written = DispatchSemaphore(value: 0)
        write(bytes) { written.signal() }
        if written.wait(timeout: .now() + patience) == .timedOut {
            isAbandoned.store(true, ordering: .relaxed)
            queue.sync {}
            isAbandoned.store(false, ordering: .relaxed)
        }
    }

    private func drain(_ bytes: [UInt8]) {
        var offset = 0
        while offset < bytes.count, !isDead, !isAbandoned.load(ordering: .relaxed) {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(
                    descriptor,
                    buffer.baseAddress.map { $0 + offset },
                    buffer.count - offset
                )
            }
            if count > 0 {
                offset += count
            } else if errno == EAGAIN {
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, 200)
            } else if errno != EINTR {
                isDead = true
            }
        }
    }
}
