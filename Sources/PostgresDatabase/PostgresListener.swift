import Database
import Foundation

/// The session that hears of changes.
///
/// @unchecked: what changes is touched under the lock alone.
final class PostgresListener: @unchecked Sendable {
    private let parameters: String
    private let lock = NSLock()
    private var connection: PostgresConnection?
    private var count = 0

    init(_ parameters: String) { self.parameters = parameters }

    /// Returns how many times it was woken; a session that had to be opened
    /// anew counts, as something may have been missed.
    func counter() throws(DatabaseError) -> Int {
        lock.lock()
        defer { lock.unlock() }
        try listen()
        return count
    }

    /// Waits in short turns, so that others may look in between.
    func wait(since counter: Int, milliseconds: Int) throws(DatabaseError) -> Int {
        let clock = ContinuousClock()
        let deadline = clock.now + .milliseconds(max(0, milliseconds))
        while true {
            let current = try self.counter()
            let left = deadline - clock.now
            guard current == counter, left > .zero, let descriptor = socket() else {
                return current
            }
            let (seconds, attoseconds) = left.components
            let rest = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000) + 1
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&waiting, 1, CInt(min(rest, 60_000)))
        }
    }

    private func socket() -> CInt? {
        lock.lock()
        defer { lock.unlock() }
        return connection?.descriptor
    }

    private func listen() throws(DatabaseError) {
        if let connection {
            do {
                count += try connection.notifications()
                return
            } catch {
                self.connection = nil
            }
        }
        let fresh = try PostgresConnection(parameters)
        try fresh.run("LISTEN \(PostgresDatabase.channel)")
        connection = fresh
        count += 1
    }
}
