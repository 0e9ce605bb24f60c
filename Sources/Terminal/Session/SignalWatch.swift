import CNcurses
package import Dispatch
import Glibc

/// Tells of signals, in place of what they would do, until it is stopped or
/// gone; of each signal only the newest watch is told.
///
/// A signal source of libdispatch would do, but on Linux it now and then
/// misses one, and a second one hears nothing after the first was cancelled.
/// Here a handler that stands before `init` returns writes to a pipe.
///
/// A program that is started later has the signals as they were by nature.
/// This is the only file that uses the shim's `cncurses_watch…`, whose storage
/// is one a file.
package final class SignalWatch {
    private let numbers: [CInt]
    /// The pipe's writing end; nil when there is none, or no longer.
    private var writing: CInt?
    private let source: (any DispatchSourceRead)?

    /// Watches from now on; where no pipe can be had nothing is told.
    ///
    /// - Parameters:
    ///   - numbers: The signals.
    ///   - queue: Where `body` is called.
    ///   - body: What is told each signal's number; of several of one kind in
    ///     short time perhaps only one.
    package init(
        _ numbers: [CInt],
        queue: DispatchQueue,
        _ body: @escaping @Sendable (CInt) -> Void
    ) {
        self.numbers = numbers
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else {
            source = nil
            writing = nil
            return
        }
        let (reading, end) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        let source = DispatchSource.makeReadSource(fileDescriptor: reading, queue: queue)
        source.setEventHandler {
            for number in Self.heard(from: reading) { body(number) }
        }
        // Later than the last handler that may still be writing.
        source.setCancelHandler {
            _ = close(reading)
            _ = close(end)
        }
        self.source = source
        writing = end
        source.activate()
        for number in numbers { cncurses_watch(number, end) }
    }

    deinit { stop() }

    /// Ignores the signals for a while, as when they are meant for somebody
    /// else: what is sent before ``attend()`` is never told.
    package func ignore() {
        for number in numbers { signal(number, SIG_IGN) }
    }

    /// Tells of the signals again.
    package func attend() {
        guard let writing else { return }
        for number in numbers { cncurses_watch(number, writing) }
    }

    /// Gives the signals back to what they did before; a second time does nothing.
    package func stop() {
        guard let end = writing.take() else { return }
        for number in numbers { cncurses_unwatch(number, end) }
        source?.cancel()
    }

    /// What the pipe holds, each signal once.
    private static func heard(from pipe: CInt) -> [CInt] {
        var numbers: [CInt] = []
        var bytes = [UInt8](repeating: 0, count: 64)
        while true {
            let count = read(pipe, &bytes, bytes.count)
            guard count > 0 else { return numbers }
            for number in bytes.prefix(count).map(CInt.init) where !numbers.contains(number) {
                numbers.append(number)
            }
        }
    }
}
