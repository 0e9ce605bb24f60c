import DatabaseFixtures
import Foundation
import Testing

@testable import Jobs

struct ControlTests {
    @Test(arguments: Engine.allCases)
    func `Cancelling what nobody works on happens at once, with its dependants`(engine: Engine)
        throws
    {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]), .fixture(3, after: [2]))
        try fixture.enqueue(.fixture(4))
        try queue.requestCancel([.fixture(1)])
        #expect(try fixture.states(1, 2, 3, 4) == [.cancelled, .cancelled, .cancelled, .available])
    }

    @Test(arguments: Engine.allCases)
    func `A job that is put off is cancelled at once`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        let lease = try #require(try fixture.claim()).lease
        try queue.fail(lease, JobFailure(message: "x", isTransient: true), random: 0)
        try queue.requestCancel([.fixture(1)])
        #expect(try fixture.states(1) == [.cancelled])
    }

    @Test(arguments: Engine.allCases)
    func `A running job hears of it and stops itself`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]))
        let lease = try #require(try fixture.claim()).lease
        try queue.requestCancel([.fixture(1)])
        #expect(try fixture.states(1, 2) == [.running, .waiting])
        #expect(try queue.status(of: lease) == .held(cancelRequested: true))
        #expect(try queue.progress(lease, 0.5, note: nil) == .held(cancelRequested: true))
        try queue.release(lease)
        #expect(try fixture.states(1, 2) == [.cancelled, .cancelled])
    }

    @Test(arguments: Engine.allCases)
    func `A failure after cancelling was asked for is not tried again`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        let lease = try #require(try fixture.claim()).lease
        try queue.requestCancel([.fixture(1)])
        try queue.fail(lease, JobFailure(message: "x", isTransient: true), random: 0)
        #expect(try fixture.states(1) == [.cancelled])
    }

    @Test(arguments: Engine.allCases)
    func `Cancelling what is settled or unknown changes nothing`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        try queue.complete(try #require(try fixture.claim()).lease)
        try queue.requestCancel([.fixture(1), .fixture(9)])
        #expect(try fixture.states(1) == [.completed])
    }

    @Test(arguments: Engine.allCases)
    func `A retry brings back the failed job and all that hung on it`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]), .fixture(3, after: [2]))
        try queue.complete(try #require(try fixture.claim()).lease)
        try queue.fail(
            try #require(try fixture.claim()).lease,
            JobFailure(message: "x"),
            random: 0
        )
        #expect(try fixture.states(1, 2, 3) == [.completed, .failed, .cancelled])
        try queue.retry([.fixture(2)])
        #expect(try fixture.states(1, 2, 3) == [.completed, .available, .waiting])
        #expect(try queue.jobs([.fixture(2)]).first?.failure == nil)
        #expect(try fixture.claim()?.job.attempt == 1)
    }

    @Test(arguments: Engine.allCases)
    func `A retry of the last one brings back what it needs`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]), .fixture(3, after: [2]))
        try queue.requestCancel([.fixture(1)])
        try queue.retry([.fixture(3)])
        #expect(try fixture.states(1, 2, 3) == [.available, .waiting, .waiting])
    }

    @Test(arguments: Engine.allCases)
    func `A retry before the worker stopped takes the cancelling back`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]))
        let lease = try #require(try fixture.claim()).lease
        try queue.requestCancel([.fixture(1), .fixture(2)])
        try queue.retry([.fixture(1), .fixture(2)])
        #expect(try fixture.states(1, 2) == [.running, .waiting])
        try queue.release(lease)
        #expect(try fixture.states(1, 2) == [.available, .waiting])
    }

    @Test(arguments: Engine.allCases)
    func `A dead worker of this system loses its job at once`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        let own = JobOwner.current()
        // The highest process id Linux gives out is 2^22.
        let dead = JobOwner(host: own.host, processID: 1 << 23, startTime: 1, nonce: 1)
        let lease = try #require(try fixture.claim(dead)).lease
        #expect(try queue.rescue() == 1)
        #expect(try fixture.states(1) == [.available])
        #expect(try queue.status(of: lease) == .lost)
    }

    @Test func `A process id that was given out again is another worker`() {
        let own = JobOwner.current()
        #expect(own.isAlive == true)
        let earlier = JobOwner(
            host: own.host,
            processID: own.processID,
            startTime: own.startTime - 1,
            nonce: 1
        )
        #expect(earlier.isAlive == false)
        #expect(JobOwner.fixture().isAlive == nil)
    }

    @Test(arguments: Engine.allCases)
    func `A worker that is killed counts as dead from then on`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sleep")
        process.arguments = ["1000"]
        try process.run()
        let processID = Int(process.processIdentifier)
        let worker = JobOwner(
            host: JobOwner.current().host,
            processID: processID,
            startTime: try #require(ProcessTable.startTime(of: processID)),
            nonce: 1
        )
        try fixture.enqueue(.fixture(1))
        _ = try fixture.claim(worker)
        #expect(worker.isAlive == true)
        #expect(try queue.rescue() == 0)

        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(worker.isAlive == false)
        #expect(try queue.rescue() == 1)
        #expect(try fixture.states(1) == [.available])
    }

    @Test(arguments: Engine.allCases)
    func `A living worker keeps its job while it renews its lease`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        let lease = try #require(try fixture.claim(.current())).lease
        for _ in 1...5 {
            fixture.clock.advance(14_000)
            #expect(try queue.rescue() == 0)
            #expect(try queue.renew(lease) == .held(cancelRequested: false))
        }
    }

    @Test(arguments: Engine.allCases)
    func `A worker elsewhere loses its job when its lease expires`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        _ = try fixture.claim()
        fixture.clock.advance(14_999)
        #expect(try queue.rescue() == 0)
        fixture.clock.advance(1)
        #expect(try queue.rescue() == 1)
        #expect(try fixture.states(1) == [.available])
    }

    @Test(arguments: Engine.allCases)
    func `A job that stops its worker three times is given up`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]))
        for round in 1...3 {
            #expect(try fixture.claim()?.job.attempt == round)
            #expect(try queue.rescue(isAlive: { _ in false }) == 1)
        }
        #expect(try fixture.states(1, 2) == [.failed, .cancelled])
        let message = try queue.jobs([.fixture(1)]).first?.failure?.message
        #expect(message?.contains("stopped the worker three times") == true)
        #expect(try fixture.claim() == nil)
    }

    @Test(arguments: Engine.allCases)
    func `Deaths of a worker do not use up the tries of a job`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        for _ in 1...2 {
            _ = try fixture.claim()
            try queue.rescue(isAlive: { _ in false })
        }
        let lease = try #require(try fixture.claim()).lease
        try queue.fail(lease, JobFailure(message: "x", isTransient: true), random: 0)
        #expect(try fixture.states(1) == [.retrying])
    }

    @Test(arguments: Engine.allCases)
    func `A job that was to be cancelled when its worker died is cancelled`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        _ = try fixture.claim()
        try queue.requestCancel([.fixture(1)])
        try queue.rescue(isAlive: { _ in false })
        #expect(try fixture.states(1) == [.cancelled])
    }
}
