import CNcurses
import Dispatch
import Glibc

/// Tells when the window has another extent, one at a time in the process.
///
/// A signal source of libdispatch would do, but on Linux a second one hears
/// nothing after the first was cancelled; so the signal writes to a pipe.
///
/// This is the only file that uses the shim's `cncurses_resize_…`, whose
/// storage is one a file.
@MainActor final class ResizeWatch {
    private let source: (any DispatchSourceRead)?

    /// Watches until ``stop()``; where no pipe can be had nothing is told.
    init(_ body: @escaping @MainActor () -> Void) {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else {
            source = nil
            return
        }
        let reading = ends[0]
        let writing = ends[1]
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        let source = DispatchSource.makeReadSource(fileDescriptor: reading, queue: .main)
        source.setEventHandler {
            var bytes = [UInt8](repeating: 0, count: 64)
            while read(reading, &bytes, bytes.count) > 0 {}
            MainActor.assumeIsolated { body() }
        }
        source.setCancelHandler {
            _ = close(reading)
            _ = close(writing)
        }
        self.source = source
        source.activate()
        cncurses_resize_watch(writing)
    }

    func stop() {
        guard let source, !source.isCancelled else { return }
        cncurses_resize_ignore()
        source.cancel()
    }
}
