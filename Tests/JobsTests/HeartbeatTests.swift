import Database
import Dispatch
import Testing

@testable import Jobs

struct HeartbeatTests {
    let fixture: QueueFixture
    let lease: Lease
    /// Fast, so that no test waits.
    let rhythm = Heartbeat.Rhythm(look: 1, renewal: 1)

    init() throws {
        fixture = try QueueFixture()
        try fixture.enqueue(.fixture(1))
        lease = try #require(try fixture.claim()).lease
    }

    @Test func `Cancelling reaches the work`() throws {
        let heard = DispatchSemaphore(value: 0)
        let heart = Heartbeat(queue: fixture.queue, lease: lease, rhythm: rhythm) {
            heard.signal()
        }
        #expect(!heart.isCancelRequested)
        try fixture.queue.requestCancel([.fixture(1)])
        heard.wait()
        #expect(heart.isCancelRequested)
        #expect(!heart.isLost)
        heart.stop()
    }

    @Test func `The loss of the lease reaches the work`() throws {
        let heard = DispatchSemaphore(value: 0)
        let heart = Heartbeat(queue: fixture.queue, lease: lease, rhythm: rhythm) {
            heard.signal()
        }
        try fixture.queue.rescue(isAlive: { _ in false })
        heard.wait()
        #expect(heart.isLost)
        #expect(!heart.isCancelRequested)
        heart.stop()
    }

    @Test func `The first beat renews the lease, and stopping twice is harmless`() throws {
        fixture.clock.advance(14_000)
        let before = try fixture.database.changeCounter()
        let heart = Heartbeat(queue: fixture.queue, lease: lease, rhythm: rhythm)
        while try fixture.database.changeCounter() == before {}
        heart.stop()
        heart.stop()
        fixture.clock.advance(14_000)
        #expect(try fixture.queue.rescue(isAlive: { _ in nil }) == 0)
    }
}

struct JobIDTests {
    @Test(arguments: ["", "4711", "0000-", "g0000000-0000-7000-8000-000000000001"])
    func `Only a UUID names a job`(text: String) {
        #expect(Job.ID(text) == nil)
    }

    @Test func `A new name is a UUID that sorts by its time`() {
        var random = SystemRandomNumberGenerator()
        let early = Job.ID(at: 1_700_000_000_000, using: &random)
        let late = Job.ID(at: 1_700_000_000_001, using: &random)
        #expect(early < late)
        #expect(Job.ID(early.text) == early)
        #expect(Job.ID(early.text.uppercased()) == early)
        #expect(early.text.dropFirst(14).first == "7")
    }

    @Test func `An owner is spelled and read back`() {
        let owner = JobOwner.current()
        #expect(JobOwner(owner.description) == owner)
        #expect(JobOwner("a_b_c_d") == nil)
        #expect(JobOwner("") == nil)
        #expect(!owner.description.contains("/"))
    }
}
