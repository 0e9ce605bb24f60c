import Database
import DatabaseFixtures
import Testing

@testable import Jobs

struct LimitTests {
    @Test(arguments: Engine.allCases)
    func `A paused queue begins nothing, and others go on`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        try fixture.enqueue(.fixture(1, queue: "a"), .fixture(2, queue: "b"))
        try fixture.queue.pause("a")
        #expect(try fixture.claimAll() == [.fixture(2)])
        try fixture.queue.resume("a")
        #expect(try fixture.claimAll() == [.fixture(1)])
    }

    @Test(arguments: Engine.allCases)
    func `A pause of everything lets finish what runs`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]), .fixture(3))
        let lease = try #require(try fixture.claim()).lease
        try fixture.queue.pause(nil)
        #expect(try fixture.claim() == nil)
        try fixture.queue.complete(lease)
        #expect(try fixture.states(1, 2, 3) == [.completed, .available, .available])
        #expect(try fixture.claim() == nil)
        try fixture.queue.resume(nil)
        #expect(try fixture.claimAll() == [.fixture(2), .fixture(3)])
    }

    @Test(arguments: Engine.allCases)
    func `A queue and a service each have so many at a time`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        var jobs = (1...3).map { NewJob.fixture($0, queue: "a") }
        jobs += (4...6).map { NewJob.fixture($0, queue: "b") }
        for index in [0, 1, 3, 4] { jobs[index].provider = "runway" }
        try fixture.database.write { _ = try queue.enqueue(jobs, on: $0) }
        try queue.setLimit(JobLimit.provider("runway")) { $0.concurrency = 1 }
        try queue.setLimit(JobLimit.queue("b")) { $0.concurrency = 2 }

        let first = try queue.claim(queues: nil, owner: .fixture(), limit: 50)
        #expect(first.map(\.job.id) == [1, 3, 6].map(Job.ID.fixture))
        #expect(try fixture.claim() == nil)
        try queue.complete(first[0].lease)
        #expect(try fixture.claimAll() == [.fixture(2)])
    }

    @Test(arguments: Engine.allCases)
    func `A bucket gives its burst at once and then its rate`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        for number in 1...9 { try fixture.enqueue(.fixture(number)) }
        try fixture.queue.setLimit(JobLimit.queue("work")) { limit in
            limit.rate = 2
            limit.burst = 3
        }
        #expect(try fixture.claimAll().count == 3)
        fixture.clock.advance(499)
        #expect(try fixture.claimAll().isEmpty)
        fixture.clock.advance(1)
        #expect(try fixture.claimAll().count == 1)
        fixture.clock.advance(60_000)
        #expect(try fixture.queue.claim(queues: nil, owner: .fixture(), limit: 9).count == 3)
        fixture.clock.advance(-100_000)
        #expect(try fixture.claimAll().isEmpty)
        fixture.clock.advance(1000)
        #expect(try fixture.claimAll().isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func `Many at once are those that would have gone one by one`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        for number in 1...60 {
            try fixture.enqueue(.fixture(number, queue: "q\(number % 3)", priority: number % 4))
        }
        let many = try fixture.queue.claim(queues: nil, owner: .fixture(), limit: 25)
        for leased in many { try fixture.queue.release(leased.lease) }
        var single: [Job.ID] = []
        for _ in 0..<25 { single.append(try #require(try fixture.claim()).job.id) }
        #expect(many.map(\.job.id) == single)
    }
}
