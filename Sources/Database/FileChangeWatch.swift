import Foundation

/// Waits until a file may have been written, by this process or another; for any number of threads.
///
/// The kernel tells of it (`inotify`), so that waiting costs nothing. One of
/// those who wait listens and wakes the others. Where it cannot be listened
/// to, or another mount or machine writes the file, looking now and then is what is left.
///
/// @unchecked: everything that changes is looked at under the lock.
final class FileChangeWatch: @unchecked Sendable {
    private let path: String
    private let lock = NSCondition()
    /// -1 until it is listened to.
    private var descriptor: CInt = -1
    private var isWatched = false
    private var isHeard = false
    /// How often something was heard of.
    private var count = 0

    /// Milliseconds after which it is looked at although nothing was heard.
    private static let longest = 250
    /// The same where nothing can be heard.
    private static let unheard = 10

    init(path: String) { self.path = path }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// What to wait since; to be read before the file is looked at.
    func mark() -> Int {
        lock.withLock {
            listen()
            return count
        }
    }

    /// Returns once something was heard since the mark, or after a while; at
    /// most after so many milliseconds.
    func wait(since mark: Int, milliseconds: Int) {
        lock.lock()
        guard count == mark else { return lock.unlock() }
        guard !isHeard else {
            // Somebody else listens, and says so.
            let end = Date(timeIntervalSinceNow: Double(min(milliseconds, Self.longest)) / 1000)
            while count == mark, isHeard, lock.wait(until: end) {}
            return lock.unlock()
        }
        isHeard = true
        let listener = isWatched ? descriptor : -1
        lock.unlock()
        let hasCome = Self.listen(to: listener, milliseconds)
        lock.lock()
        isHeard = false
        if hasCome { count += 1 }
        lock.broadcast()
        lock.unlock()
    }

    /// Begins to listen where it does not yet; the file may not be there yet.
    private func listen() {
        guard !isWatched else { return }
        if descriptor < 0 { descriptor = inotify_init1(CInt(IN_CLOEXEC) | CInt(IN_NONBLOCK)) }
        guard descriptor >= 0 else { return }
        isWatched = inotify_add_watch(descriptor, path, UInt32(IN_MODIFY)) >= 0
    }

    private static func listen(to descriptor: CInt, _ milliseconds: Int) -> Bool {
        guard descriptor >= 0 else {
            usleep(UInt32(max(0, min(milliseconds, unheard)) * 1000))
            return false
        }
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, CInt(max(0, min(milliseconds, longest)))) > 0 else { return false }
        // What is written in many pieces is looked at once.
        usleep(1000)
        var bytes = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &bytes, bytes.count) > 0 {}
        return true
    }
}
