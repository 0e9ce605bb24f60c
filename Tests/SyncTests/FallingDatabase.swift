import Database
import Synchronization

/// A database whose process can be told to end in the middle of its next transaction.
final class FallingDatabase: SQLDatabase {
    /// The process ended; of the transaction nothing remains.
    struct Fall: Error {}

    private let base: any SQLDatabase
    private let isToFall = Atomic(false)

    init(_ base: any SQLDatabase) { self.base = base }

    /// Ends the next transaction just before it would be committed.
    func fallNext() { isToFall.store(true, ordering: .relaxed) }

    func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T { try base.read(body) }

    @discardableResult
    func write<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        try base.write { connection in
            let value = try body(connection)
            if isToFall.exchange(false, ordering: .relaxed) { throw Fall() }
            return value
        }
    }

    func rebuild(_ body: (any SQLConnection) throws -> Void) throws { try base.rebuild(body) }

    func changeCounter() throws -> Int { try base.changeCounter() }

    func waitForChange(since counter: Int, milliseconds: Int) throws -> Int {
        try base.waitForChange(since: counter, milliseconds: milliseconds)
    }
}
