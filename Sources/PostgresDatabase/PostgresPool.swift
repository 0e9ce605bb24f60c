import Database
import Foundation

/// The sessions that are open, handed to one thread each.
///
/// @unchecked: what changes is touched under the lock alone.
final class PostgresPool: @unchecked Sendable {
    private let parameters: String
    private let limit: Int
    private let lock = NSCondition()
    private var idle: [PostgresConnection] = []
    private var count = 0

    init(_ parameters: String, limit: Int) {
        self.parameters = parameters
        self.limit = limit
    }

    /// Runs `body` with a session of its own; waits while all are in use.
    func with<Value, Failure: Error>(
        _ body: (PostgresConnection) throws(Failure) -> Value
    ) throws -> Value {
        let connection = try take()
        defer { giveBack(connection) }
        return try body(connection)
    }

    /// Sees whether the server answers.
    func greet() throws(DatabaseError) { giveBack(try take()) }

    private func take() throws(DatabaseError) -> PostgresConnection {
        lock.lock()
        while true {
            if let connection = idle.popLast() {
                // The server may have ended it while nobody looked.
                if connection.isConnected {
                    lock.unlock()
                    return connection
                }
                count -= 1
                continue
            }
            if count < limit { break }
            lock.wait()
        }
        count += 1
        lock.unlock()
        do {
            return try PostgresConnection(parameters)
        } catch {
            close()
            throw error
        }
    }

    private func giveBack(_ connection: PostgresConnection) {
        guard connection.isSound else { return close() }
        lock.lock()
        idle.append(connection)
        lock.signal()
        lock.unlock()
    }

    private func close() {
        lock.lock()
        count -= 1
        lock.signal()
        lock.unlock()
    }
}
