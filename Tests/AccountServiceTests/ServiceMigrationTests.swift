import AccountAPI
import AccountService
import Database
import DatabaseFixtures
import Foundation
import Testing

struct ServiceMigrationTests {
    /// What the first version wrote of an account that had pushed a record.
    private static let written = [
        """
        INSERT INTO account (id, email, name, password, verified_at, created_at)
        VALUES ('a', 'ada@example.org', 'Ada', 'x', 5, 4)
        """,
        "INSERT INTO space (id, name, is_personal, sequence) VALUES ('s', 'Mine', 1, 1)",
        "INSERT INTO member (space, account, role) VALUES ('s', 'a', 'owner')",
        "INSERT INTO record (space, kind, id, sequence, fields) VALUES ('s', 'shot', '1', 1, '{}')",
        """
        INSERT INTO session (id, account, device, address, created_at, seen_at, expires_at)
        VALUES ('b', 'a', 'x', 'y', 4, 4, 9)
        """,
    ]

    @Test(arguments: Engine.allCases)
    func `From every version on, a database becomes one of this version and loses nothing`(
        engine: Engine
    ) throws {
        let all = ServiceSchema.migrations
        for count in 1...all.count {
            let fixture = try DatabaseFixture(engine)
            let database = fixture.database
            defer { withExtendedLifetime(fixture) {} }
            try Migrator(Array(all.prefix(count))).migrate(database)
            try database.write { connection in
                for statement in Self.written { try connection.execute(statement) }
            }
            for _ in 0..<2 { try Migrator(all).migrate(database) }
            var accounts: [AdminDesk.Account] = []
            try AdminDesk(database, now: 6).accounts { accounts.append($0) }
            #expect(accounts.map(\.email) == ["ada@example.org"])
            #expect(accounts.first?.sessions == 1)
            let left = try database.read { connection in
                try ["space", "member", "record", "session"].map {
                    try connection.rows("SELECT * FROM \($0)").count
                }
            }
            #expect(left == [1, 1, 1, 1])
            #expect(try AdminDesk(database, now: 6).sweep() == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `A database of a later version is left as it is`(engine: Engine) throws {
        let fixture = try DatabaseFixture(engine)
        let database = fixture.database
        defer { withExtendedLifetime(fixture) {} }
        let later = Migration("service-later", ["CREATE TABLE later (id TEXT)"])
        try Migrator(ServiceSchema.migrations + [later]).migrate(database)
        let error = #expect(throws: DatabaseError.self) {
            try Migrator(ServiceSchema.migrations).migrate(database)
        }
        #expect(error?.kind == .newer)
    }
}
