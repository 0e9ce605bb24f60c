import AccountAPI
import Database
import Editorial
import ServiceFixtures

@testable import AccountService

/// The service's own desk over a real database, with a network, an operator and an owner of the
/// team that do what the simulation says.
final class PlayedService {
    static let space = "00000000-0000-7000-8000-000000000001"

    let clock: FixtureClock
    private let path: String
    private var database: FallingDatabase
    private var desk: SpaceDesk
    private let hashing: PasswordHashing
    private let posting = WorkPool(width: 1)
    private var sessionCount = 0

    init(path: String, clock: FixtureClock) throws {
        self.path = path
        self.clock = clock
        database = FallingDatabase(try SQLiteDatabase(path: path))
        try Migrator(ServiceSchema.migrations).migrate(database)
        hashing = try PasswordHashing(cost: .least, width: 1)
        desk = try Self.desk(database, clock, hashing, posting)
        try database.write { connection in
            try connection.execute(
                "INSERT INTO space (id, name, is_personal) VALUES ($1, 'Ours', 0)",
                [.text(Self.space)]
            )
        }
    }

    private static func desk(
        _ database: any SQLDatabase,
        _ clock: FixtureClock,
        _ hashing: PasswordHashing,
        _ posting: WorkPool
    ) throws -> SpaceDesk {
        let settings = ServiceSettings(publicAddress: "http://played", hashCost: .least)
        let store = ServiceStore(database, width: 1)
        return SpaceDesk(
            accounts: AccountDesk(
                settings: settings,
                store: store,
                hashing: hashing,
                keys: SigningKeys(store: store, settings: settings, now: clock.read),
                limits: RateLimits(),
                postbox: MemoryPostbox(),
                posting: posting,
                now: clock.read
            )
        )
    }

    /// Makes an account, and a member of the team of it.
    func enrol(_ account: String, as role: SpaceRole) throws {
        try database.write { connection in
            try connection.execute(
                """
                INSERT INTO account (id, email, name, password, verified_at, created_at)
                VALUES ($1, $2, 'A', 'x', 1, 1)
                """,
                [.text(account), .text(account + "@b.cd")]
            )
        }
        try set(account, role)
    }

    /// Begins a session, as a sign-in does.
    func signIn(_ account: String) throws -> AccountDesk.Caller {
        sessionCount += 1
        let session = "session \(sessionCount)"
        try database.write { connection in
            try connection.execute(
                """
                INSERT INTO session (id, account, device, address, created_at, seen_at, expires_at)
                VALUES ($1, $2, 'd', 'x', 1, 1, 9000000000000000)
                """,
                [.text(session), .text(account)]
            )
        }
        return AccountDesk.Caller(account: account, session: session)
    }

    /// Ends a session behind its owner's back.
    func revoke(_ caller: AccountDesk.Caller) throws {
        try database.write { connection in
            try connection.execute(
                "UPDATE session SET ended_at = 1 WHERE id = $1",
                [.text(caller.session)]
            )
        }
    }

    /// Gives somebody another role, or with nil takes them out of the team.
    func set(_ account: String, _ role: SpaceRole?) throws {
        try database.write { connection in
            try connection.execute("DELETE FROM member WHERE account = $1", [.text(account)])
            guard let role else { return }
            try connection.execute(
                "INSERT INTO member (space, account, role) VALUES ($1, $2, $3)",
                [.text(Self.space), .text(account), .text(role.rawValue)]
            )
        }
    }

    /// Starts anew over what is on the disk.
    func restart() async throws {
        await desk.accounts.store.close()
        database = FallingDatabase(try SQLiteDatabase(path: path))
        desk = try Self.desk(database, clock, hashing, posting)
    }

    /// Takes records; where it `falls`, the process ends in the middle of that,
    /// so that nothing of it is written.
    func push(
        _ records: [SharedRecord],
        by caller: AccountDesk.Caller,
        falls: Bool = false
    ) async throws {
        database.fallNext(falls)
        // A push that was refused wrote nothing that could have been cut off.
        defer { database.fallNext(false) }
        _ = try await desk.push(records, into: Self.space, by: caller)
    }

    func pull(
        after sequence: Int,
        limit: Int,
        by caller: AccountDesk.Caller
    ) async throws -> RecordExchange.Pulled {
        try await desk.pull(
            SpaceDesk.Pull(after: sequence, limit: limit),
            from: Self.space,
            by: caller
        )
    }

    func close() async {
        await desk.accounts.store.close()
        await posting.close()
        await hashing.close()
    }
}
