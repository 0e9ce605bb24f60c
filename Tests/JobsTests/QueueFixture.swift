import Database
import Synchronization

@testable import Jobs

/// A queue in a database of its own, with a clock that stands still.
final class QueueFixture {
    let directory: TemporaryDirectory
    let database: SQLiteDatabase
    let clock = ManualClock()
    let queue: JobQueue

    init() throws {
        directory = try TemporaryDirectory()
        database = try SQLiteDatabase(path: directory.path + "/test.db")
        try Migrator(JobQueue.migrations).migrate(database)
        queue = JobQueue(database: database, clock: clock.read)
    }

    /// Queues jobs in this order.
    @discardableResult
    func enqueue(_ jobs: NewJob...) throws -> [Job.ID] {
        try database.write { try queue.enqueue(jobs, on: $0) }
        return jobs.map(\.id)
    }

    /// Claims as one worker, in every queue.
    func claim(_ owner: JobOwner = .fixture()) throws -> LeasedJob? {
        try queue.claim(queues: nil, owner: owner)
    }

    func state(_ id: Job.ID) throws -> JobState? {
        try queue.jobs([id]).first?.state
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

extension Job.ID {
    /// The same for the same number.
    static func fixture(_ number: Int) -> Job.ID {
        var digits = String(number)
        digits = String(repeating: "0", count: 12 - digits.count) + digits
        guard let id = Job.ID("00000000-0000-7000-8000-\(digits)") else {
            preconditionFailure("This is a UUID.")
        }
        return id
    }
}

extension NewJob {
    static func fixture(
        _ number: Int,
        queue: String = "work",
        after needs: [Int] = [],
        priority: Int = 0
    ) -> NewJob {
        NewJob(
            id: .fixture(number),
            queue: queue,
            kind: "test",
            payload: "{}",
            dependsOn: needs.map(Job.ID.fixture),
            priority: priority
        )
    }
}

extension JobOwner {
    /// A worker of another system.
    static func fixture(_ number: Int = 1) -> JobOwner {
        JobOwner(host: "elsewhere", processID: number, startTime: 1, nonce: 1)
    }
}
