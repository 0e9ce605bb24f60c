import Database
import DatabaseFixtures
import Foundation
import Testing

@testable import Jobs

/// A database and a directory in which workers are made to die, and what has to hold afterwards.
final class ChaosRun {
    let engine: Engine
    let fixture: DatabaseFixture
    /// Where the work is looked at: the fixture's own, or one that it came to.
    private(set) var database: any SQLDatabase
    private(set) var queue: JobQueue
    private var address: String
    let directory: String
    private(set) var jobs: [Job.ID] = []
    private(set) var kills = 0
    private var random = SystemRandomNumberGenerator()

    init(_ engine: Engine) throws {
        self.engine = engine
        fixture = try DatabaseFixture(engine)
        try Migrator(JobQueue.migrations).migrate(fixture.database)
        try fixture.database.write { connection in
            _ = try connection.execute("CREATE TABLE effect (job TEXT NOT NULL)")
            _ = try connection.execute("CREATE TABLE wanted (job TEXT NOT NULL)")
        }
        database = fixture.database
        address = fixture.address
        queue = JobQueue(database: fixture.database, leaseDuration: 300)
        directory = NSTemporaryDirectory() + "kinema-chaos-" + UUID().uuidString
        for name in ["assets", "scratch"] {
            try FileManager.default.createDirectory(
                atPath: "\(directory)/\(name)",
                withIntermediateDirectories: true
            )
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// How many kills there are: a few, or what the whole suite asks for.
    static func count(_ few: Int, whole: Int) -> Int {
        ProcessInfo.processInfo.environment["KINEMA_SOAK"] == nil ? few : whole
    }

    /// Queues takes of three steps each, the middle one paid for.
    func enqueueTakes(_ count: Int) throws {
        let now = WallClock.milliseconds()
        try fixture.database.write { connection in
            for _ in 0..<count {
                let ids = (0..<3).map { _ in Job.ID(at: now, using: &random) }
                for (step, id) in ids.enumerated() {
                    let job = NewJob(
                        id: id,
                        queue: ["image", "video", "post"][step],
                        kind: step == 1 ? "paid" : "free",
                        payload: "{}",
                        provider: step == 1 ? "vendor" : nil,
                        dependsOn: step > 0 ? [ids[step - 1]] : [],
                        priority: Int.random(in: 0...2, using: &random),
                        maxAttempts: 1_000_000
                    )
                    try queue.enqueue([job], on: connection)
                }
                jobs += ids
            }
        }
    }

    /// Takes up what was queued by those who were killed: all of a take, or nothing.
    func adoptWanted() throws {
        let wanted = try database.read { try $0.rows("SELECT job FROM wanted") }
            .map { try #require(Job.ID(try $0.text("job"))) }
        let partial = try database.read { connection in
            try connection.rows(
                "SELECT batch FROM job WHERE batch IS NOT NULL GROUP BY batch HAVING COUNT(*) <> 3"
            )
        }
        #expect(partial.isEmpty, "A take was queued in part.")
        let queued = try database.read { connection in
            try connection.rows("SELECT COUNT(*) AS jobs FROM job").first?.integer("jobs")
        }
        #expect(queued == wanted.count, "What was queued is not what was written down with it.")
        jobs = wanted
    }

    /// The program of a worker.
    static func program() throws -> URL {
        let beside = Bundle.main.executableURL?.deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["KINEMA_BIN"].map { URL(filePath: $0) }
        let place = named?.deletingLastPathComponent() ?? beside
        return try #require(place).appending(path: "chaos-worker")
    }

    /// Starts a worker that dies at its nth point; 0 for never.
    ///
    /// One that is to enqueue queues jobs, and works on none.
    func worker(dyingAt point: Int, enqueues: Bool = false) throws -> Process {
        let process = Process()
        process.executableURL = try Self.program()
        process.arguments =
            [
                engine.rawValue, address, directory, "\(UInt64.random(in: 0...UInt64.max))",
                "\(point)",
            ] + (enqueues ? ["enqueue"] : [])
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Goes on with the work as another database has it.
    func move(to address: String) throws {
        self.address = address
        database = try DatabaseFixture.open(engine, address)
        queue = JobQueue(database: database, leaseDuration: 300)
    }

    /// Notes how a worker ended; one that fails by itself is a fault.
    func wait(_ process: Process) {
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal {
            kills += 1
        } else {
            #expect(process.terminationStatus == 0, "A worker failed by itself.")
        }
    }

    /// Lets workers work that nobody kills, and decides what is uncertain as a
    /// person would, who looks into the vendor's book.
    func finish() throws {
        for _ in 0..<100 {
            wait(try worker(dyingAt: 0))
            try decide()
            if try !queue.hasWork() { return }
        }
        Issue.record("The work never came to an end.")
    }

    private func decide() throws {
        let paid = Set(book())
        for job in try queue.list(settled: 100_000) where job.state == .uncertain {
            if paid.contains(job.id.text) {
                try queue.confirm(job.id, ticket: "ticket-\(job.id)")
            } else {
                try queue.retry([job.id])
            }
        }
    }

    func book() -> [String] {
        let text = try? String(contentsOfFile: "\(directory)/paid", encoding: .utf8)
        return (text ?? "").split(separator: "\n").map(String.init)
    }
}
