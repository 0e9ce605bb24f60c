/// One connection inside a transaction; it must not outlive the closure it is handed to.
///
/// SQL is written in the dialect that SQLite and PostgreSQL share
/// (`ON CONFLICT`, `RETURNING`), with `$1`, `$2`, … for the arguments, each of
/// which may be used more than once.
package protocol SQLConnection {
    /// How the engine spells what has no common spelling.
    var dialect: SQLDialect { get }

    /// Carries out one statement.
    ///
    /// - Returns: How many rows it changed.
    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> Int

    /// Returns every row of one statement's result.
    func rows(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> [SQLRow]

    /// Wakes those that wait for a change, once the transaction is committed.
    ///
    /// A wake-up may be lost; whoever waits looks again by itself after a while.
    func announce() throws(DatabaseError)
}

extension SQLConnection {
    /// Carries out one statement that takes no arguments.
    @discardableResult
    package func execute(_ sql: String) throws(DatabaseError) -> Int {
        try execute(sql, [])
    }

    /// Returns every row of one statement that takes no arguments.
    package func rows(_ sql: String) throws(DatabaseError) -> [SQLRow] {
        try rows(sql, [])
    }
}
