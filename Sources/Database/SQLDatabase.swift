/// A database that several threads and processes share.
package protocol SQLDatabase: Sendable {
    /// Runs `body` on one unchanging state of the database.
    ///
    /// - Throws: ``DatabaseError``, and whatever `body` throws.
    func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T

    /// Runs `body` in one transaction that excludes every other writer.
    ///
    /// It is on the disk when this returns. When `body` throws, nothing of it
    /// remains.
    ///
    /// - Precondition: Not called from inside another `read` or `write`.
    /// - Throws: ``DatabaseError``, and whatever `body` throws.
    @discardableResult
    func write<T>(_ body: (any SQLConnection) throws -> T) throws -> T

    /// Returns a number that differs from the last one whenever any connection
    /// of any process committed in between.
    ///
    /// Cheap enough for twenty calls a second. It means nothing to another
    /// instance, nor after the program ends.
    func changeCounter() throws -> Int
}
