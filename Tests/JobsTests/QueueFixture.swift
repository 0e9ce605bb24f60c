import Database
import DatabaseFixtures
import Synchronization
import Testing

@testable import Jobs

/// A queue in a database of its own, with a clock that stands still.
final class QueueFixture {
    private let store: DatabaseFixture
    let clock = ManualClock()
    let queue: JobQueue
    var database: any SQLDatabase { store.database }
    var address: String { store.address }

    init(_ engine: Engine = .sqlite) throws {
        store = try DatabaseFixture(engine)
        try Migrator(JobQueue.migrations).migrate(store.database)
        queue = JobQueue(database: store.database, clock: clock.read)
    }

    /// Queues jobs in this order.
    @discardableResult
    func enqueue(_ jobs: NewJob...) throws -> [Job.ID] {
        try database.write { try queue.enqueue(jobs, on: $0) }
    }

    /// Claims as one worker, in every queue.
    func claim(_ owner: JobOwner = .fixture()) throws -> LeasedJob? {
        try queue.claim(queues: nil, owner: owner)
    }

    /// Claims one after the other all there is.
    func claimAll() throws -> [Job.ID] {
        var ids: [Job.ID] = []
        while let leased = try claim() { ids.append(leased.job.id) }
        return ids
    }

    /// Claims job 1 and loses it to another worker.
    func loseLease() throws -> (lost: Lease, held: Lease) {
        try enqueue(.fixture(1))
        let lost = try #require(try claim(.fixture(1))).lease
        #expect(try queue.rescue(isAlive: { _ in false }) == 1)
        let held = try #require(try claim(.fixture(2))).lease
        return (lost, held)
    }

    func job(_ number: Int) throws -> Job {
        try #require(try queue.jobs([.fixture(number)]).first)
    }

    func state(_ id: Job.ID) throws -> JobState? {
        try queue.jobs([id]).first?.state
    }

    func states(_ numbers: Int...) throws -> [JobState] {
        try queue.jobs(numbers.map(Job.ID.fixture)).map(\.state)
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
