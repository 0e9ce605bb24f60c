import Database
import DatabaseFixtures
import Dispatch
import Testing

/// What PostgreSQL alone has to be asked.
struct PostgresDatabaseTests {
    let fixture: DatabaseFixture
    var database: any SQLDatabase { fixture.database }

    init() throws {
        fixture = try DatabaseFixture(.postgres)
        try database.write { connection in
            try connection.execute("CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT)")
            try connection.execute("INSERT INTO thing VALUES (1, 'a'), (2, 'b')")
        }
    }

    @Test func `A server that is not there is told so`() {
        let error = #expect(throws: DatabaseError.self) {
            try DatabaseFixture.open(.postgres, "host=/nowhere dbname=x")
        }
        #expect(error?.kind == .unreachable)
        #expect(error?.kind.isTransient == true)
        #expect(error?.message.contains("does not answer") == true)
    }

    @Test func `A session that the server ended fails once, and the next call works`() throws {
        let error = #expect(throws: DatabaseError.self) {
            try database.write { connection in
                try connection.execute("UPDATE thing SET name = 'x'")
                let other = try DatabaseFixture.open(.postgres, fixture.address)
                let id = try #require(
                    try connection.rows("SELECT pg_backend_pid() AS id").first
                ).integer("id")
                _ = try other.read {
                    try $0.rows("SELECT pg_terminate_backend($1)", [.integer(id)])
                }
                try connection.execute("UPDATE thing SET name = 'y'")
            }
        }
        #expect(error?.kind == .unreachable)
        let names = try database.read { try $0.rows("SELECT name FROM thing ORDER BY id") }
            .map { try $0.text("name") }
        #expect(names == ["a", "b"])
    }

    @Test func `Two writers that lock crosswise both get through`() async throws {
        let met = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
        let database = database
        try await withThrowingTaskGroup(of: Void.self) { group in
            for turn in 0...1 {
                group.addTask {
                    var tries = 0
                    try database.write { connection in
                        tries += 1
                        try connection.execute(
                            "UPDATE thing SET name = name || '+' WHERE id = $1",
                            [.integer(1 + turn)]
                        )
                        if tries == 1 {
                            met[1 - turn].signal()
                            met[turn].wait()
                        }
                        try connection.execute(
                            "UPDATE thing SET name = name || '+' WHERE id = $1",
                            [.integer(2 - turn)]
                        )
                    }
                }
            }
            try await group.waitForAll()
        }
        let names = try database.read { try $0.rows("SELECT name FROM thing ORDER BY id") }
            .map { try $0.text("name") }
        #expect(names == ["a++", "b++"])
    }

    @Test func `A change that is announced wakes who waits, once it is committed`() async throws {
        let before = try database.changeCounter()
        #expect(try database.waitForChange(since: before, milliseconds: 1) == before)
        let other = try DatabaseFixture.open(.postgres, fixture.address)
        try other.write { connection in
            try connection.announce()
            #expect(try database.waitForChange(since: before, milliseconds: 1) == before)
        }
        #expect(try database.waitForChange(since: before, milliseconds: 60_000) != before)
    }

    @Test func `A failed statement that was swallowed does not pass for a commit`() throws {
        let error = #expect(throws: DatabaseError.self) {
            try database.write { connection in
                try connection.execute("UPDATE thing SET name = 'x'")
                _ = try? connection.execute("INSERT INTO thing VALUES (1, 'again')")
            }
        }
        #expect(error?.message.contains("undid") == true)
    }

    @Test func `More statements than are kept prepared are carried out all the same`() throws {
        let sum = try database.read { connection in
            try (0..<450).map { number in
                try #require(
                    try connection.rows("SELECT $1 + \(number) AS n", [1]).first
                ).integer("n")
            }.reduce(0, +)
        }
        #expect(sum == (0..<450).map { $0 + 1 }.reduce(0, +))
    }
}
