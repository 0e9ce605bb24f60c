import NIOPosix

/// Threads for what blocks, of which no more than so much waits.
final class WorkPool: Sendable {
    private let pool: NIOThreadPool

    init(width: Int) {
        pool = NIOThreadPool(numberOfThreads: width)
        pool.start()
    }

    /// Runs a body on a thread of the pool.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await pool.runIfActive(body)
    }

    /// Lets what runs end, and begins nothing more.
    func close() async { try? await pool.shutdownGracefully() }
}
