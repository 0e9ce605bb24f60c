import Database
import DatabaseFixtures
import Testing

@testable import Jobs

struct LeaseTests {
    @Test(arguments: Engine.allCases)
    func `A completed job frees the next and keeps what was written with it`(engine: Engine) throws
    {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]))
        let lease = try #require(try fixture.claim()).lease
        try fixture.database.write { _ = try $0.execute("CREATE TABLE result (text TEXT)") }
        fixture.clock.advance(1500)
        try queue.complete(lease) { connection in
            _ = try connection.execute("INSERT INTO result VALUES ('film')")
        }
        #expect(try fixture.job(1).state == .completed)
        #expect(try fixture.job(1).progress == 1)
        #expect(try fixture.job(1).finishedAt == 1_001_500)
        #expect(try fixture.job(2).state == .available)
        #expect(try fixture.database.read { try $0.rows("SELECT * FROM result") }.count == 1)
    }

    @Test(arguments: Engine.allCases)
    func `A job put off by a clock that was set back is not waited for`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        try fixture.enqueue(.fixture(1))
        let lease = try #require(try fixture.claim()).lease
        fixture.clock.advance(86_400_000)
        try fixture.queue.fail(lease, JobFailure(message: "Busy.", isTransient: true), random: 0)
        #expect(try fixture.claim() == nil)
        fixture.clock.advance(-86_400_000)
        #expect(try fixture.claim()?.job.id == .fixture(1))
    }

    @Test(arguments: Engine.allCases)
    func `A job with no time of its own runs also by a clock that is behind`(engine: Engine) throws
    {
        let fixture = try QueueFixture(engine)
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]))
        fixture.clock.advance(-900_000)
        let lease = try #require(try fixture.claim()).lease
        try fixture.queue.complete(lease) { _ in }
        #expect(try fixture.claim()?.job.id == .fixture(2))
    }

    @Test(arguments: Engine.allCases)
    func `A job whose results cannot be written stays running`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        struct Full: Error {}
        try fixture.enqueue(.fixture(1))
        let lease = try #require(try fixture.claim()).lease
        #expect(throws: Full.self) { try queue.complete(lease) { _ in throw Full() } }
        #expect(try fixture.job(1).state == .running)
        #expect(try queue.renew(lease) == .held(cancelRequested: false))
    }

    @Test(arguments: Engine.allCases)
    func `A worker that lost its lease can write nothing`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        let (lost, held) = try fixture.loseLease()
        let before = try fixture.job(1)
        var wrote = false

        #expect(throws: JobError.leaseLost) { try queue.complete(lost) { _ in wrote = true } }
        #expect(throws: JobError.leaseLost) {
            try queue.fail(lost, JobFailure(message: "x"), random: 0)
        }
        #expect(throws: JobError.leaseLost) { try queue.release(lost) }
        #expect(try queue.progress(lost, 0.5, note: "late") == .lost)
        #expect(try queue.renew(lost) == .lost)
        #expect(try queue.status(of: lost) == .lost)

        #expect(!wrote)
        #expect(try fixture.job(1) == before)
        try queue.complete(held)
        #expect(try fixture.job(1).state == .completed)
    }

    @Test(arguments: Engine.allCases)
    func `The same worker's older lease is lost too, even after a retry by hand`(engine: Engine)
        throws
    {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        let old = try #require(try fixture.claim()).lease
        try queue.fail(old, JobFailure(message: "x"), random: 0)
        try queue.retry([.fixture(1)])
        let new = try #require(try fixture.claim()).lease
        #expect(try fixture.job(1).attempt == 1)
        #expect(throws: JobError.leaseLost) { try queue.complete(old) }
        try queue.complete(new)
    }

    @Test(arguments: Engine.allCases, [[0.25, 0.25], [-1, 0], [7, 1], [.nan, 0]])
    func `Progress stays between nothing and all`(engine: Engine, values: [Double]) throws {
        let (value, kept) = (values[0], values[1])
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        let lease = try #require(try fixture.claim()).lease
        #expect(
            try queue.progress(lease, value, note: "frame 3") == .held(cancelRequested: false)
        )
        #expect(try fixture.job(1).progress == kept)
        #expect(try fixture.job(1).note == "frame 3")
    }

    @Test(arguments: Engine.allCases)
    func `A transient failure waits its time and counts`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        let failure = JobFailure(message: "The line is busy.", isTransient: true, retryAfter: 30)
        let lease = try #require(try fixture.claim()).lease
        try queue.fail(lease, failure, random: 0)
        #expect(try fixture.job(1).state == .retrying)
        #expect(try fixture.job(1).failure == failure)
        fixture.clock.advance(29_999)
        #expect(try fixture.claim() == nil)
        fixture.clock.advance(1)
        #expect(try fixture.claim()?.job.attempt == 2)
        #expect(try fixture.job(1).failure == nil)
    }

    @Test(arguments: Engine.allCases)
    func `The third transient failure is for good, and dependants hear why`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]), .fixture(3, after: [2]))
        for _ in 1...3 {
            #expect(try fixture.state(.fixture(1))?.isSettled == false)
            let lease = try #require(try fixture.claim()).lease
            let failure = JobFailure(message: "The line is busy.", isTransient: true)
            try queue.fail(lease, failure, random: 1)
            fixture.clock.advance(1_000_000)
        }
        #expect(try fixture.job(1).state == .failed)
        #expect(try fixture.job(2).state == .cancelled)
        #expect(try fixture.job(3).state == .cancelled)
        #expect(try fixture.job(2).failure?.message.contains("The line is busy.") == true)
        #expect(try fixture.job(3).failure?.message.contains("The line is busy.") == true)
    }

    @Test(arguments: Engine.allCases)
    func `A failure for good is not tried again`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        let lease = try #require(try fixture.claim()).lease
        try queue.fail(lease, JobFailure(message: "No."), random: 0)
        #expect(try fixture.job(1).state == .failed)
        fixture.clock.advance(10_000_000)
        #expect(try fixture.claim() == nil)
    }

    @Test(arguments: Engine.allCases)
    func `A job that is given back does not count as tried`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        try queue.release(try #require(try fixture.claim()).lease)
        #expect(try fixture.job(1).state == .available)
        #expect(try fixture.claim()?.job.attempt == 1)
    }

    @Test(arguments: Engine.allCases)
    func `History tells every turn with its time`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        fixture.clock.advance(1)
        let lease = try #require(try fixture.claim()).lease
        fixture.clock.advance(1)
        try queue.fail(lease, JobFailure(message: "Busy.", isTransient: true), random: 0)
        let history = try queue.history(.fixture(1))
        #expect(history.map(\.transition) == [nil, .claimed, .postponed])
        #expect(history.map(\.state) == [.available, .running, .retrying])
        #expect(history.map(\.at) == [1_000_000, 1_000_001, 1_000_002])
        #expect(history.last?.note == "Busy.")
    }
}
