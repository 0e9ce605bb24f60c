import Database
import Editorial
import Jobs
import Synchronization

@testable import Workspace

/// A workspace of a test's own, with a clock that stands still.
final class WorkspaceFixture {
    let directory: TemporaryDirectory
    let clock = ManualClock()
    let workspace: LocalWorkspace
    var ids = IdentifierSource(seed: 1, now: Timestamp(milliseconds: 1_000_000))

    init() throws {
        directory = try TemporaryDirectory()
        workspace = try LocalWorkspace.open(
            directory: directory.path + "/workspace",
            clock: clock.read
        )
    }

    func project(_ name: String = "Film", shots: Int = 2) -> Project {
        Project(
            id: ids.identifier(),
            name: name,
            shots: (0..<shots).map { number in
                Shot(
                    id: ids.identifier(),
                    name: "Shot \(number + 1)",
                    draft: Draft(
                        prompt: "a paper boat, “\(number)”",
                        motions: [MotionChoice(preset: "dolly-in", strength: 0.1)]
                    )
                )
            }
        )
    }

    /// Saves a project and asks for a take of its first shot.
    func submitted() throws -> (project: Project, take: Take) {
        let project = project()
        try workspace.save(project, history: EditHistory(), openedAt: ids.now)
        return (project, try submit(of: project))
    }

    func submit(of project: Project, shot: Int = 0) throws -> Take {
        try workspace.submitTake(
            id: ids.identifier(),
            shot: project.shots[shot].id,
            project: project.id,
            draft: project.shots[shot].draft,
            at: ids.now
        )
    }

    func claim() throws -> LeasedJob? {
        try workspace.queue.claim(queues: nil, owner: .current(nonce: 1))
    }

    /// How many rows all tables but those of the schema hold.
    func rowCount() throws -> Int {
        let tables = [
            "project", "shot", "take", "take_step", "take_counter", "asset", "favourite",
            "job", "job_dependency", "job_event",
        ]
        return try workspace.database.read { connection in
            try tables.map { table in
                try connection.rows("SELECT COUNT(*) AS n FROM \(table)").map {
                    try $0.integer("n")
                }.reduce(0, +)
            }.reduce(0, +)
        }
    }
}

/// Milliseconds that pass when a test says so.
final class ManualClock: Sendable {
    private let now = Atomic(1_000_000)

    var read: @Sendable () -> Int { { self.now.load(ordering: .relaxed) } }

    func advance(_ milliseconds: Int) {
        now.add(milliseconds, ordering: .relaxed)
    }
}

/// A database in which the nth statement of every transaction that writes fails.
struct FailingDatabase: SQLDatabase {
    let base: any SQLDatabase
    let failing: Int

    func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        try base.read(body)
    }

    func write<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        try base.write { try body(FailingConnection(base: $0, failing: failing)) }
    }

    func rebuild(_ body: (any SQLConnection) throws -> Void) throws { try base.rebuild(body) }

    func changeCounter() throws -> Int { try base.changeCounter() }

    func waitForChange(since counter: Int, milliseconds: Int) throws -> Int {
        try base.waitForChange(since: counter, milliseconds: milliseconds)
    }
}

final class FailingConnection: SQLConnection {
    private let base: any SQLConnection
    private var left: Int
    var dialect: SQLDialect { base.dialect }

    func announce() throws(DatabaseError) { try base.announce() }

    init(base: any SQLConnection, failing: Int) {
        self.base = base
        left = failing
    }

    private func count() throws(DatabaseError) {
        left -= 1
        if left == 0 { throw DatabaseError(kind: .full, message: "The disk is full.") }
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> Int {
        try count()
        return try base.execute(sql, arguments)
    }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError) -> [SQLRow] {
        try count()
        return try base.rows(sql, arguments)
    }
}
