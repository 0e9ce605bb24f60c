/// A database that several threads and processes share.
package protocol SQLDatabase: Sendable {
    /// Runs `body` on one unchanging state of the database.
    ///
    /// - Throws: ``DatabaseError``, and whatever `body` throws.
    func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T

    /// Runs `body` in one transaction.
    ///
    /// It is on the disk when this returns. When `body` throws, nothing of it
    /// remains. Where several writers work at once, rows that `body` reads to
    /// decide about them are to be locked with ``SQLDialect/lock``.
    ///
    /// - Precondition: Not called from inside another `read` or `write`.
    /// - Throws: ``DatabaseError``, and whatever `body` throws.
    @discardableResult
    func write<T>(_ body: (any SQLConnection) throws -> T) throws -> T

    /// Runs `body` in one transaction at whose end alone it is looked at
    /// whether every reference between tables holds.
    ///
    /// It is for making anew a table that others refer to.
    func rebuild(_ body: (any SQLConnection) throws -> Void) throws

    /// Returns a number that differs from the last one whenever any connection
    /// of any process committed in between.
    ///
    /// Cheap enough for twenty calls a second. It means nothing to another
    /// instance, nor after the program ends.
    func changeCounter() throws -> Int

    /// Waits until something was committed since the counter was read, at most
    /// for a time; blocks its thread.
    ///
    /// - Returns: The counter as it is then.
    func waitForChange(since counter: Int, milliseconds: Int) throws -> Int
}
