import DatabaseFixtures
import Testing

@testable import Jobs

/// What is paid for is never sent twice by itself.
struct PaidTests {
    @Test(arguments: Engine.allCases)
    func `A worker that dies while it sends leaves the job uncertain`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]))
        let lease = try #require(try fixture.claim()).lease
        try queue.submitting(lease)
        #expect(try queue.rescue(isAlive: { _ in false }) == 1)
        #expect(try fixture.states(1, 2) == [.uncertain, .waiting])
        #expect(try fixture.job(1).failure?.message.contains("paid request") == true)
        #expect(try fixture.claim() == nil)
        #expect(throws: JobError.leaseLost) { try queue.submitted(lease, ticket: "late") }
    }

    @Test(arguments: Engine.allCases)
    func `A confirmed job goes on from its ticket`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]))
        let lease = try #require(try fixture.claim()).lease
        try queue.submitting(lease)
        try queue.doubt(lease, JobFailure(message: "The line broke."))
        #expect(try queue.confirm(.fixture(1), ticket: "t-1"))
        #expect(try !queue.confirm(.fixture(1), ticket: "t-2"))
        let again = try #require(try fixture.claim())
        #expect(again.job.ticket == "t-1")
        try queue.complete(again.lease)
        #expect(try fixture.states(1, 2) == [.completed, .available])
    }

    @Test(arguments: Engine.allCases)
    func `A ticket outlives the worker that got it, and a retry`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        let lease = try #require(try fixture.claim()).lease
        try queue.submitting(lease)
        try queue.submitted(lease, ticket: "t-1")
        try queue.rescue(isAlive: { _ in false })
        let second = try #require(try fixture.claim())
        #expect(second.job.ticket == "t-1")
        try queue.fail(second.lease, JobFailure(message: "No."), random: 0)
        try queue.retry([.fixture(1)])
        #expect(try fixture.claim()?.job.ticket == "t-1")
    }

    @Test(arguments: Engine.allCases)
    func `A refusal is a failure, a broken line a doubt`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2))
        for transient in [false, true] {
            let lease = try #require(try fixture.claim()).lease
            try queue.submitting(lease)
            let failure = JobFailure(message: "x", isTransient: transient)
            try queue.fail(lease, failure, random: 0)
        }
        #expect(try fixture.states(1, 2) == [.failed, .uncertain])
    }

    @Test(arguments: Engine.allCases)
    func `A retry of a neighbour leaves an uncertain job alone`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]))
        let lease = try #require(try fixture.claim()).lease
        try queue.submitting(lease)
        try queue.release(lease)
        try queue.requestCancel([.fixture(2)])
        try queue.retry([.fixture(2)])
        #expect(try fixture.states(1, 2) == [.uncertain, .waiting])
        try queue.retry([.fixture(1)])
        #expect(try fixture.states(1, 2) == [.available, .waiting])
    }
}
