import Database
import DatabaseFixtures
import Testing

@testable import Jobs

struct ClaimTests {
    @Test(arguments: Engine.allCases)
    func `Jobs go by priority, then by their age`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        try fixture.enqueue(.fixture(5), .fixture(4), .fixture(3, priority: 1))
        fixture.clock.advance(10)
        try fixture.enqueue(.fixture(2), .fixture(1, priority: -1))
        #expect(try fixture.claimAll() == [3, 5, 4, 2, 1].map(Job.ID.fixture))
    }

    @Test(arguments: Engine.allCases)
    func `A worker gets only what is in its queues`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1, queue: "a"), .fixture(2, queue: "b"))
        let owner = JobOwner.fixture()
        #expect(try queue.claim(queues: [], owner: owner) == nil)
        #expect(try queue.claim(queues: ["c"], owner: owner) == nil)
        #expect(try queue.claim(queues: ["c", "b"], owner: owner)?.job.id == .fixture(2))
        #expect(try queue.claim(queues: ["c", "b"], owner: owner) == nil)
    }

    @Test(arguments: Engine.allCases)
    func `A claimed job runs its first attempt under a lease`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        fixture.clock.advance(5)
        let job = try #require(try fixture.claim()).job
        #expect(job.state == .running)
        #expect(job.attempt == 1)
        #expect(job.createdAt == 1_000_000)
        #expect(job.startedAt == 1_000_005)
        #expect(try queue.jobs([.fixture(1)]) == [job])
    }

    @Test(arguments: Engine.allCases)
    func `A job waits until all that it needs is completed`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2), .fixture(3, after: [1, 2]))
        let first = try #require(try fixture.claim())
        let second = try #require(try fixture.claim())
        #expect(try fixture.claim() == nil)
        try queue.complete(first.lease)
        #expect(try fixture.state(.fixture(3)) == .waiting)
        try queue.complete(second.lease)
        #expect(try fixture.claim()?.job.id == .fixture(3))
    }

    @Test(arguments: Engine.allCases)
    func `A job that needs only what is done is available at once`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        try queue.complete(try #require(try fixture.claim()).lease)
        try fixture.enqueue(.fixture(2, after: [1]))
        #expect(try fixture.state(.fixture(2)) == .available)
    }

    @Test(arguments: Engine.allCases)
    func `A job that needs what was cancelled is cancelled with the reason`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        try queue.requestCancel([.fixture(1)])
        try fixture.enqueue(.fixture(2, after: [1]))
        let job = try #require(try queue.jobs([.fixture(2)]).first)
        #expect(job.state == .cancelled)
        #expect(job.failure?.message.contains("cancelled") == true)
    }

    @Test(arguments: Engine.allCases)
    func `Queueing a job again changes nothing`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(1, queue: "other"))
        let leased = try #require(try fixture.claim())
        #expect(leased.job.queue == "work")
        try fixture.enqueue(.fixture(1))
        #expect(try queue.jobs([.fixture(1)]) == [leased.job])
        #expect(try queue.history(.fixture(1)).count == 2)
    }

    @Test(arguments: Engine.allCases)
    func `A job that needs an unknown one is refused with all it came with`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        let error = #expect(throws: DatabaseError.self) {
            try fixture.enqueue(.fixture(1), .fixture(2, after: [99]))
        }
        #expect(error?.kind == .constraint)
        #expect(try queue.jobs([.fixture(1), .fixture(2)]).isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func `There is work until the last job is settled`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        #expect(try !queue.hasWork())
        try fixture.enqueue(.fixture(1))
        #expect(try queue.hasWork())
        let lease = try #require(try fixture.claim()).lease
        #expect(try queue.hasWork())
        try queue.complete(lease)
        #expect(try !queue.hasWork())
    }

    @Test(arguments: Engine.allCases)
    func `Many workers at once never share a job, and none is left over`(engine: Engine)
        async throws
    {
        let fixture = try QueueFixture(engine)
        let count = 60
        for number in 0..<count {
            try fixture.enqueue(.fixture(number, after: number % 3 == 0 ? [] : [number - 1]))
        }
        let address = fixture.address
        let claims = try await withThrowingTaskGroup(of: [Job.ID].self) { group in
            for worker in 1...8 {
                group.addTask {
                    let queue = JobQueue(database: try DatabaseFixture.open(engine, address))
                    var mine: [Job.ID] = []
                    while try queue.hasWork() {
                        guard let leased = try queue.claim(queues: nil, owner: .fixture(worker))
                        else { continue }
                        mine.append(leased.job.id)
                        try queue.complete(leased.lease)
                    }
                    return mine
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(claims.count == count)
        #expect(Set(claims).count == count)
    }
}
