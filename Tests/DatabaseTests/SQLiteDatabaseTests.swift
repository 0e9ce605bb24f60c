import Database
import Foundation
import Testing

struct SQLiteDatabaseTests {
    let directory: TemporaryDirectory
    let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.path + "/test.db"
    }

    private func setting(_ name: String, of database: SQLiteDatabase) throws -> SQLValue? {
        try database.write { try $0.rows("PRAGMA \(name)").first?.value(name) }
    }

    @Test func `A commit is flushed, and readers do not wait for writers`() throws {
        let database = try SQLiteDatabase(path: path)
        #expect(try setting("synchronous", of: database) == 2)
        #expect(try setting("journal_mode", of: database) == "wal")
        #expect(try setting("foreign_keys", of: database) == 1)
    }

    @Test func `The counter moves with every commit of this and of another connection`() throws {
        let here = try SQLiteDatabase(path: path)
        let there = try SQLiteDatabase(path: path)
        try here.write { _ = try $0.execute("CREATE TABLE thing (id BIGINT)") }

        for writer in [here, there, here, there, there] {
            let before = try (here.changeCounter(), there.changeCounter())
            #expect(try here.changeCounter() == before.0)
            try writer.write { _ = try $0.execute("INSERT INTO thing VALUES (1)") }
            #expect(try here.changeCounter() != before.0)
            #expect(try there.changeCounter() != before.1)
        }
    }

    @Test func `Everybody who waits is woken by a commit, of this connection and of another`()
        async throws
    {
        let here = try SQLiteDatabase(path: path)
        let there = try SQLiteDatabase(path: path)
        try here.write { _ = try $0.execute("CREATE TABLE thing (id BIGINT)") }
        for writer in [here, there] {
            let before = try here.changeCounter()
            let ends = (0..<3).map { _ in AsyncStream<Int?>.makeStream() }
            for (_, end) in ends {
                // Waiting takes a thread of its own.
                Thread {
                    end.yield(try? here.waitForChange(since: before, milliseconds: 600_000))
                    end.finish()
                }.start()
            }
            try writer.write { _ = try $0.execute("INSERT INTO thing VALUES (1)") }
            for (stream, _) in ends {
                let seen = await stream.first { _ in true }
                #expect(seen != before && seen != .some(nil))
            }
        }
        let now = try here.changeCounter()
        #expect(try here.waitForChange(since: now, milliseconds: 20) == now)
    }

    @Test func `Reading leaves the counter alone`() throws {
        let database = try SQLiteDatabase(path: path)
        try database.write { _ = try $0.execute("CREATE TABLE thing (id BIGINT)") }
        let before = try database.changeCounter()
        _ = try database.read { try $0.rows("SELECT * FROM thing") }
        #expect(try database.changeCounter() == before)
    }

    @Test func `The file and its journals are for their owner alone`() throws {
        let database = try SQLiteDatabase(path: path)
        try database.write { _ = try $0.execute("CREATE TABLE thing (id BIGINT)") }
        for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: directory.path + "/" + name
            )
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }

    @Test func `A file that is no database is called damaged`() throws {
        try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: DatabaseError.self) { try SQLiteDatabase(path: path) }
        #expect(error?.kind == .corrupt)
        #expect(error?.message.contains(path) == true)
    }

    @Test func `A missing directory is called missing`() throws {
        let error = #expect(throws: DatabaseError.self) {
            try SQLiteDatabase(path: directory.path + "/nowhere/test.db")
        }
        #expect(error?.kind == .missing)
    }

    @Test func `A database at its limit is called full, and keeps what it had`() throws {
        let database = try SQLiteDatabase(path: path)
        let insert = "INSERT INTO thing VALUES ($1)"
        try database.write { connection in
            try connection.execute("CREATE TABLE thing (bytes BLOB)")
            try connection.execute(insert, [.blob([1])])
            _ = try connection.rows("PRAGMA max_page_count = 8")
        }
        let error = #expect(throws: DatabaseError.self) {
            try database.write { connection in
                try connection.execute(insert, [.blob([UInt8](repeating: 0, count: 100_000))])
            }
        }
        #expect(error?.kind == .full)
        #expect(error?.message.contains("disk is full") == true)
        #expect(try database.read { try $0.rows("SELECT * FROM thing") }.count == 1)
    }
}
