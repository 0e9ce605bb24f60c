import Database
import Testing

@testable import Jobs

struct LeaseTests {
    let fixture: QueueFixture
    var queue: JobQueue { fixture.queue }

    init() throws { fixture = try QueueFixture() }

    private func job(_ number: Int) throws -> Job {
        try #require(try queue.jobs([.fixture(number)]).first)
    }

    /// Claims job 1 and loses it to another worker.
    private func loseLease() throws -> (lost: Lease, held: Lease) {
        try fixture.enqueue(.fixture(1))
        let lost = try #require(try fixture.claim(.fixture(1))).lease
        #expect(try queue.rescue(isAlive: { _ in false }) == 1)
        let held = try #require(try fixture.claim(.fixture(2))).lease
        return (lost, held)
    }

    @Test func `A completed job frees the next and keeps what was written with it`() throws {
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]))
        let lease = try #require(try fixture.claim()).lease
        try fixture.database.write { _ = try $0.execute("CREATE TABLE result (text TEXT)") }
        fixture.clock.advance(1500)
        try queue.complete(lease) { connection in
            _ = try connection.execute("INSERT INTO result VALUES ('film')")
        }
        #expect(try job(1).state == .completed)
        #expect(try job(1).progress == 1)
        #expect(try job(1).finishedAt == 1_001_500)
        #expect(try job(2).state == .available)
        #expect(try fixture.database.read { try $0.rows("SELECT * FROM result") }.count == 1)
    }

    @Test func `A job whose results cannot be written stays running`() throws {
        struct Full: Error {}
        try fixture.enqueue(.fixture(1))
        let lease = try #require(try fixture.claim()).lease
        #expect(throws: Full.self) { try queue.complete(lease) { _ in throw Full() } }
        #expect(try job(1).state == .running)
        #expect(try queue.renew(lease) == .held(cancelRequested: false))
    }

    @Test func `A worker that lost its lease can write nothing`() throws {
        let (lost, held) = try loseLease()
        let before = try job(1)
        var wrote = false

        #expect(throws: JobError.leaseLost) { try queue.complete(lost) { _ in wrote = true } }
        #expect(throws: JobError.leaseLost) {
            try queue.fail(lost, JobFailure(message: "x"), random: 0)
        }
        #expect(throws: JobError.leaseLost) { try queue.cancelled(lost) }
        #expect(throws: JobError.leaseLost) { try queue.release(lost) }
        #expect(try queue.progress(lost, 0.5, note: "late") == .lost)
        #expect(try queue.renew(lost) == .lost)
        #expect(try queue.status(of: lost) == .lost)

        #expect(!wrote)
        #expect(try job(1) == before)
        try queue.complete(held)
        #expect(try job(1).state == .completed)
    }

    @Test func `The same worker's older lease is lost too, even after a retry by hand`() throws {
        try fixture.enqueue(.fixture(1))
        let old = try #require(try fixture.claim()).lease
        try queue.fail(old, JobFailure(message: "x"), random: 0)
        try queue.retry([.fixture(1)])
        let new = try #require(try fixture.claim()).lease
        #expect(try job(1).attempt == 1)
        #expect(throws: JobError.leaseLost) { try queue.complete(old) }
        try queue.complete(new)
    }

    @Test(arguments: [(0.25, 0.25), (-1, 0), (7, 1), (.nan, 0)])
    func `Progress stays between nothing and all`(value: Double, kept: Double) throws {
        try fixture.enqueue(.fixture(1))
        let lease = try #require(try fixture.claim()).lease
        #expect(
            try queue.progress(lease, value, note: "frame 3") == .held(cancelRequested: false)
        )
        #expect(try job(1).progress == kept)
        #expect(try job(1).note == "frame 3")
    }

    @Test func `A transient failure waits its time and counts`() throws {
        try fixture.enqueue(.fixture(1))
        let failure = JobFailure(message: "The line is busy.", isTransient: true, retryAfter: 30)
        let lease = try #require(try fixture.claim()).lease
        try queue.fail(lease, failure, random: 0)
        #expect(try job(1).state == .scheduled)
        #expect(try job(1).failure == failure)
        fixture.clock.advance(29_999)
        #expect(try fixture.claim() == nil)
        fixture.clock.advance(1)
        #expect(try fixture.claim()?.job.attempt == 2)
        #expect(try job(1).failure == nil)
    }

    @Test func `The third transient failure is for good, and dependants hear why`() throws {
        try fixture.enqueue(.fixture(1), .fixture(2, after: [1]), .fixture(3, after: [2]))
        for _ in 1...3 {
            #expect(try fixture.state(.fixture(1))?.isSettled == false)
            let lease = try #require(try fixture.claim()).lease
            let failure = JobFailure(message: "The line is busy.", isTransient: true)
            try queue.fail(lease, failure, random: 1)
            fixture.clock.advance(1_000_000)
        }
        #expect(try job(1).state == .failed)
        #expect(try job(2).state == .cancelled)
        #expect(try job(3).state == .cancelled)
        #expect(try job(2).failure?.message.contains("The line is busy.") == true)
        #expect(try job(3).failure?.message.contains("The line is busy.") == true)
    }

    @Test func `A failure for good is not tried again`() throws {
        try fixture.enqueue(.fixture(1))
        let lease = try #require(try fixture.claim()).lease
        try queue.fail(lease, JobFailure(message: "No."), random: 0)
        #expect(try job(1).state == .failed)
        fixture.clock.advance(10_000_000)
        #expect(try fixture.claim() == nil)
    }

    @Test func `A job that is given back does not count as tried`() throws {
        try fixture.enqueue(.fixture(1))
        try queue.release(try #require(try fixture.claim()).lease)
        #expect(try job(1).state == .available)
        #expect(try fixture.claim()?.job.attempt == 1)
    }

    @Test func `History tells every turn with its time`() throws {
        try fixture.enqueue(.fixture(1))
        fixture.clock.advance(1)
        let lease = try #require(try fixture.claim()).lease
        fixture.clock.advance(1)
        try queue.fail(lease, JobFailure(message: "Busy.", isTransient: true), random: 0)
        let history = try queue.history(.fixture(1))
        #expect(history.map(\.transition) == [nil, .claimed, .postponed])
        #expect(history.map(\.state) == [.available, .running, .scheduled])
        #expect(history.map(\.at) == [1_000_000, 1_000_001, 1_000_002])
        #expect(history.last?.note == "Busy.")
    }
}
