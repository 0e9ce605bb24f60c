import CPostgres
import Database
import Synchronization

/// One session with the server; one thread at a time uses it.
///
/// Statements are prepared once and kept by their text.
///
/// @unchecked: the pool hands it to one thread at a time, under its lock.
final class PostgresConnection: SQLConnection, @unchecked Sendable {
    let dialect = SQLDialect.postgres
    /// The most statements that are kept prepared.
    private static let preparedLimit = 200

    private let handle: OpaquePointer
    private var prepared: [String: String] = [:]
    private var preparedCount = 0
    /// Whether the transaction has something to tell those that wait.
    private var isAnnouncing = false

    /// Opens a session; `parameters` are a connection string of libpq's.
    init(_ parameters: String) throws(DatabaseError) {
        guard let handle = PQconnectdb(parameters) else {
            throw DatabaseError(kind: .other, message: "There is no memory for a connection.")
        }
        self.handle = handle
        guard PQstatus(handle) == CONNECTION_OK else {
            throw DatabaseError(unreachable: handle)
        }
        PQsetErrorVerbosity(handle, PQERRORS_TERSE)
        try run("SET client_min_messages = warning")
        // A process that sleeps in the middle of a transaction does not hold up the others for ever.
        try run("SET idle_in_transaction_session_timeout = '60s'")
    }

    /// Also when opening it failed.
    deinit { PQfinish(handle) }

    /// Whether the session can go on: it is connected and in no transaction.
    var isSound: Bool {
        PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE
    }

    /// Whether the server is still there, as far as it has told.
    var isConnected: Bool { PQconsumeInput(handle) == 1 && PQstatus(handle) == CONNECTION_OK }

    /// The descriptor that becomes readable when the server has news.
    var descriptor: CInt { PQsocket(handle) }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> Int {
        let result = try send(sql, arguments)
        defer { PQclear(result) }
        guard let count = PQcmdTuples(result) else { return 0 }
        return Int(String(cString: count)) ?? 0
    }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> [SQLRow] {
        let result = try send(sql, arguments)
        defer { PQclear(result) }
        return PostgresRows.read(result)
    }

    func announce() { isAnnouncing = true }

    /// Sends what was announced, as part of the transaction.
    func flushAnnouncement() throws(DatabaseError) {
        guard isAnnouncing else { return }
        isAnnouncing = false
        try run("NOTIFY \(PostgresDatabase.channel)")
    }

    func forgetAnnouncement() { isAnnouncing = false }

    /// Ends the transaction for good.
    ///
    /// The server takes the end of one in which something failed for an undoing
    /// and says nothing.
    func commit() throws(DatabaseError) {
        guard PQtransactionStatus(handle) != PQTRANS_INERROR else {
            throw DatabaseError(
                kind: .other,
                message: "The database undid a change after a part of it failed; try again."
            )
        }
        try run("COMMIT")
    }

    /// Carries out a statement without arguments, unprepared.
    func run(_ sql: String) throws(DatabaseError) {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        try check(result)
    }

    /// Takes in what the server sent by itself; returns how many times it woke us.
    func notifications() throws(DatabaseError) -> Int {
        guard PQconsumeInput(handle) == 1 else { throw DatabaseError(unreachable: handle) }
        var count = 0
        while let notice = PQnotifies(handle) {
            PQfreemem(notice)
            count += 1
        }
        return count
    }

    private func send(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> OpaquePointer
    {
        let name = try prepare(sql)
        let result = PostgresArguments.with(arguments) { values in
            PQexecPrepared(handle, name, CInt(arguments.count), values, nil, nil, 0)
        }
        do {
            try check(result)
        } catch {
            PQclear(result)
            throw error
        }
        guard let result else { throw DatabaseError(unreachable: handle) }
        return result
    }

    private func prepare(_ sql: String) throws(DatabaseError) -> String {
        if let name = prepared[sql] { return name }
        if prepared.count >= Self.preparedLimit {
            try run("DEALLOCATE ALL")
            prepared.removeAll(keepingCapacity: true)
        }
        preparedCount += 1
        let name = "kinema_\(preparedCount)"
        let result = PQprepare(handle, name, sql, 0, nil)
        defer { PQclear(result) }
        try check(result)
        prepared[sql] = name
        return name
    }

    private func check(_ result: OpaquePointer?) throws(DatabaseError) {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        default: throw DatabaseError(result, of: handle)
        }
    }
}
