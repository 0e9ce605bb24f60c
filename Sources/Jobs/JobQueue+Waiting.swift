import Database

extension JobQueue {
    /// Returns a number that differs from the last one whenever something may
    /// have changed in between.
    package func changeCounter() throws -> Int { try database.changeCounter() }

    /// Waits until something may have changed since the counter was read, at
    /// most for a time; blocks its thread.
    package func waitForChange(since counter: Int, milliseconds: Int) throws {
        _ = try database.waitForChange(since: counter, milliseconds: milliseconds)
    }
}
