import Database
import DatabaseFixtures
import Testing

/// What every driver of the seam promises.
struct SeamTests {
    /// A database with one table.
    private func fixture(_ engine: Engine) throws -> DatabaseFixture {
        let fixture = try DatabaseFixture(engine)
        try fixture.database.write { connection in
            let bytes = engine == .sqlite ? "BLOB" : "BYTEA"
            _ = try connection.execute(
                """
                CREATE TABLE thing (
                    id BIGINT PRIMARY KEY, name TEXT, weight DOUBLE PRECISION, bytes \(bytes)
                )
                """
            )
        }
        return fixture
    }

    @Test(arguments: Engine.allCases)
    func `Every kind of value comes back as it went in`(engine: Engine) throws {
        let fixture = try fixture(engine)
        let database = fixture.database
        let values: [SQLValue] = [7, "naïve “quotes” 🎬", 0.1, .blob([0, 255, 10])]
        let row = try database.write { connection in
            try connection.execute("INSERT INTO thing VALUES ($1, $2, $3, $4)", values)
            return try #require(try connection.rows("SELECT * FROM thing").first)
        }
        #expect(try row.integer("id") == 7)
        #expect(try row.text("name") == "naïve “quotes” 🎬")
        #expect(try row.real("weight") == 0.1)
        #expect(try row.blob("bytes") == [0, 255, 10])
    }

    @Test(arguments: Engine.allCases)
    func `Arguments go by their number, in any order and more than once`(engine: Engine) throws {
        let fixture = try fixture(engine)
        let database = fixture.database
        let row = try database.read { connection in
            try #require(
                try connection.rows("SELECT $2 AS b, $1 AS a, $2 AS again", ["one", "two"]).first
            )
        }
        #expect(try row.text("a") == "one")
        #expect(try row.text("b") == "two")
        #expect(try row.text("again") == "two")
    }

    @Test(arguments: Engine.allCases)
    func `Null is read as nothing, and as an error where something belongs`(engine: Engine) throws {
        let fixture = try fixture(engine)
        let database = fixture.database
        let row = try database.read { connection in
            try #require(try connection.rows("SELECT $1 AS a", [nil]).first)
        }
        #expect(try row.optionalText("a") == nil)
        #expect(try row.optionalInteger("a") == nil)
        #expect(throws: DatabaseError.self) { try row.text("a") }
        #expect(throws: DatabaseError.self) { try row.value("no such column") }
    }

    @Test(arguments: Engine.allCases)
    func `A statement says how many rows it changed`(engine: Engine) throws {
        let fixture = try fixture(engine)
        let database = fixture.database
        let counts = try database.write { connection in
            [
                try connection.execute("INSERT INTO thing (id) VALUES ($1), ($2)", [1, 2]),
                try connection.execute("UPDATE thing SET name = 'x'"),
                try connection.execute("UPDATE thing SET name = 'y' WHERE id = 9"),
                try connection.execute("CREATE INDEX thing_name ON thing (name)"),
            ]
        }
        #expect(counts == [2, 2, 0, 0])
    }

    @Test(arguments: Engine.allCases)
    func `An upsert returns what it left`(engine: Engine) throws {
        let fixture = try fixture(engine)
        let database = fixture.database
        let upsert = """
            INSERT INTO thing (id, weight) VALUES (1, 1)
            ON CONFLICT (id) DO UPDATE SET weight = thing.weight + 1 RETURNING weight
            """
        let weights = try database.write { connection in
            try (1...3).flatMap { _ in try connection.rows(upsert) }.map { try $0.real("weight") }
        }
        #expect(weights == [1, 2, 3])
    }

    @Test(arguments: Engine.allCases)
    func `A transaction that throws leaves nothing`(engine: Engine) throws {
        let fixture = try fixture(engine)
        let database = fixture.database
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try database.write { connection in
                try connection.execute("INSERT INTO thing (id) VALUES (1)")
                throw Stop()
            }
        }
        #expect(try database.read { try $0.rows("SELECT * FROM thing") }.isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func `A reader cannot write`(engine: Engine) throws {
        let fixture = try fixture(engine)
        let database = fixture.database
        let error = #expect(throws: DatabaseError.self) {
            try database.read { try $0.execute("INSERT INTO thing (id) VALUES (1)") }
        }
        #expect(error?.kind == .readOnly)
    }

    @Test(arguments: Engine.allCases)
    func `Foreign keys are held`(engine: Engine) throws {
        let fixture = try fixture(engine)
        let database = fixture.database
        let error = #expect(throws: DatabaseError.self) {
            try database.write { connection in
                try connection.execute("CREATE TABLE child (thing BIGINT REFERENCES thing (id))")
                try connection.execute("INSERT INTO child VALUES (4711)")
            }
        }
        #expect(error?.kind == .constraint)
    }

    @Test(arguments: Engine.allCases)
    func `A missing argument is refused`(engine: Engine) throws {
        let fixture = try fixture(engine)
        let database = fixture.database
        #expect(throws: DatabaseError.self) {
            try database.read { try $0.rows("SELECT $1 AS a, $2 AS b", [1]) }
        }
    }

    @Test(arguments: [0, 1, 3, 65, 256, 300, 700])
    func `A long list goes in a few portions that hold each value`(count: Int) throws {
        let values = (0..<count).map(SQLValue.integer)
        let portions = SQLPlaceholders.portions(of: values)
        #expect(Set(portions.joined()) == Set(values))
        #expect(portions.allSatisfy { [1, 4, 16, 64, 256].contains($0.count) })
        #expect(SQLPlaceholders.list(3, from: 2) == "$2, $3, $4")
    }
}
