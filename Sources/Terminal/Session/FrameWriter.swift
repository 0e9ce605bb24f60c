import Dispatch
import Glibc
import Synchronization

/// Writes whole frames to a descriptor, one after another, on a queue of its
/// own, so that a slow terminal never holds up anybody else.
///
/// @unchecked: the descriptor is constant, `isDead` is touched on the queue
/// only, and the others are atomic.
final class FrameWriter: @unchecked Sendable {
    private let descriptor: CInt
    private let queue = DispatchQueue(label: "kinema.terminal.writer", qos: .userInteractive)
    private var isDead = false
    private let isAbandoned = Atomic<Bool>(false)
    private let progress = Atomic<Int>(0)

    init(descriptor: CInt) { self.descriptor = descriptor }

    /// Writes bytes after all those given before, then calls back on the queue.
    func write(_ bytes: [UInt8], then done: @escaping @Sendable () -> Void = {}) {
        queue.async { [self] in
            drain(bytes)
            done()
        }
    }

    /// Writes bytes and waits: a terminal that takes nothing for `patience`
    /// seconds is left with what it has, and may be written to again.
    ///
    /// One that takes a little is waited for ten times as long: half a picture
    /// would swallow what gives the terminal back.
    func finish(_ bytes: [UInt8], patience: Double = 2) {
        let written = DispatchSemaphore(value: 0)
        write(bytes) { written.signal() }
        for _ in 0..<10 {
            let before = progress.load(ordering: .relaxed)
            if written.wait(timeout: .now() + patience) == .success { return }
            if progress.load(ordering: .relaxed) == before { break }
        }
        isAbandoned.store(true, ordering: .relaxed)
        queue.sync {}
        isAbandoned.store(false, ordering: .relaxed)
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
                progress.add(count, ordering: .relaxed)
            } else if errno == EAGAIN {
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, 200)
            } else if errno != EINTR {
                isDead = true
            }
        }
    }
}
