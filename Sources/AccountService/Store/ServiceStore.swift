import Database

/// The service's database, asked off the event loop.
final class ServiceStore: Sendable {
    private let database: any SQLDatabase
    private let pool: WorkPool
    /// Waiting takes a thread of its own, or it would hold up what is asked.
    private let watching = WorkPool(width: 1)

    init(_ database: any SQLDatabase, width: Int) {
        self.database = database
        pool = WorkPool(width: width)
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await pool.run { [database] in try database.read(body) }
    }

    /// One transaction; where the engine undid it for another's sake, the body runs again.
    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await pool.run { [database] in try database.write(body) }
    }

    /// Waits until something was committed since the counter was read, at most for a time.
    func waitForChange(since counter: Int, milliseconds: Int) async throws -> Int {
        try await watching.run { [database] in
            try database.waitForChange(since: counter, milliseconds: milliseconds)
        }
    }

    func close() async {
        await pool.close()
        await watching.close()
    }
}
