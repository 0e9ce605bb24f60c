import Database
import Testing

struct MigratorTests {
    let directory: TemporaryDirectory
    let database: SQLiteDatabase

    init() throws {
        directory = try TemporaryDirectory()
        database = try SQLiteDatabase(path: directory.path + "/test.db")
    }

    private static let first = Migration("one", ["CREATE TABLE a (id BIGINT)"])
    private static let second = Migration("two", ["ALTER TABLE a ADD COLUMN name TEXT"])

    private func tables() throws -> [String] {
        try database.read { connection in
            try connection.rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            ).map { try $0.text("name") }
        }
    }

    @Test func `Migrating twice carries out each migration once`() throws {
        try Migrator([Self.first]).migrate(database)
        try Migrator([Self.first]).migrate(database)
        try Migrator([Self.first, Self.second]).migrate(database)
        try database.write { _ = try $0.execute("INSERT INTO a (id, name) VALUES (1, 'x')") }
        #expect(try tables() == ["a", "schema_migration"])
    }

    @Test func `A migration that fails leaves nothing of itself`() throws {
        let broken = Migration("broken", ["CREATE TABLE b (id BIGINT)", "CREATE NONSENSE"])
        #expect(throws: DatabaseError.self) {
            try Migrator([Self.first, broken]).migrate(database)
        }
        #expect(try tables() == ["a", "schema_migration"])

        let mended = Migration("broken", ["CREATE TABLE b (id BIGINT)"])
        try Migrator([Self.first, mended]).migrate(database)
        #expect(try tables() == ["a", "b", "schema_migration"])
    }

    @Test func `A database of a newer version is refused with a sentence and left alone`() throws {
        try Migrator([Self.first, Self.second]).migrate(database)
        let extra = Migration("three", ["CREATE TABLE c (id BIGINT)"])
        let error = #expect(throws: DatabaseError.self) {
            try Migrator([Self.first, extra]).migrate(database)
        }
        #expect(error?.kind == .newer)
        #expect(error?.message.contains("update the program") == true)
        #expect(try tables() == ["a", "schema_migration"])
    }

    @Test func `Several that open a database at once migrate it once`() async throws {
        let path = database.path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    let other = try SQLiteDatabase(path: path)
                    try Migrator([Self.first, Self.second]).migrate(other)
                }
            }
            try await group.waitForAll()
        }
        #expect(try tables() == ["a", "schema_migration"])
    }
}
