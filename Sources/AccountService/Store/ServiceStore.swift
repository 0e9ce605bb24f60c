import Database

/// The service's database, asked off the event loop.
final class ServiceStore: Sendable {
    private let database: any SQLDatabase
    private let pool: WorkPool

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

    func close() async { await pool.close() }
}
