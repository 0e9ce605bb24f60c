import Database
import Testing

@testable import Jobs

struct ClaimTests {
    let fixture: QueueFixture

    init() throws { fixture = try QueueFixture() }

    private func claimAll() throws -> [Job.ID] {
        var ids: [Job.ID] = []
        while let leased = try fixture.claim() { ids.append(leased.job.id) }
        return ids
    }

    @Test func `Jobs go by priority, then by their age`() throws {
        try fixture.enqueue(.fixture(5), .fixture(4), .fixture(3, priority: 1))
        fixture.clock.advance(10)
        try fixture.enqueue(.fixture(2), .fixture(1, priority: -1))
        #expect(try claimAll() == [3, 5, 4, 2, 1].map(Job.ID.fixture))
    }

    @Test func `A worker gets only what is in its queues`() throws {
        try fixture.enqueue(.fixture(1, queue: "a"), .fixture(2, queue: "b"))
        let owner = JobOwner.fixture()
        #expect(try fixture.queue.claim(queues: [], owner: owner) == nil)
        #expect(try fixture.queue.claim(queues: ["c"], owner: owner) == nil)
        #expect(try fixture.queue.claim(queues: ["c", "b"], owner: owner)?.job.id == .fixture(2))
        #expect(try fixture.queue.claim(queues: ["c", "b"], owner: owner) == nil)
    }

    @Test func `A claimed job runs its first attempt under a lease`() throws {
        try fixture.enqueue(.fixture(1))
        fixture.clock.advance(5)
        let job = try #require(try fixture.claim()).job
        #expect(job.state == .running)
        #expect(job.attempt == 1)
        #expect(job.createdAt == 1_000_000)
        #expect(job.startedAt == 1_000_005)
        #expect(try fixture.queue.jobs([.fixture(1)]) == [job])
    }

    @Test func `A job waits until all that it needs is completed`() throws {
        try fixture.enqueue(.fixture(1), .fixture(2), .fixture(3, after: [1, 2]))
        let first = try #require(try fixture.claim())
        let second = try #require(try fixture.claim())
        #expect(try fixture.claim() == nil)
        try fixture.queue.complete(first.lease)
        #expect(try fixture.state(.fixture(3)) == .waiting)
        try fixture.queue.complete(second.lease)
        #expect(try fixture.claim()?.job.id == .fixture(3))
    }

    @Test func `A job that needs only what is done is available at once`() throws {
        try fixture.enqueue(.fixture(1))
        try fixture.queue.complete(try #require(try fixture.claim()).lease)
        try fixture.enqueue(.fixture(2, after: [1]))
        #expect(try fixture.state(.fixture(2)) == .available)
    }

    @Test func `A job that needs what was cancelled is cancelled with the reason`() throws {
        try fixture.enqueue(.fixture(1))
        try fixture.queue.requestCancel([.fixture(1)])
        try fixture.enqueue(.fixture(2, after: [1]))
        let job = try #require(try fixture.queue.jobs([.fixture(2)]).first)
        #expect(job.state == .cancelled)
        #expect(job.failure?.message.contains("cancelled") == true)
    }

    @Test func `Queueing a job again changes nothing`() throws {
        try fixture.enqueue(.fixture(1), .fixture(1, queue: "other"))
        let leased = try #require(try fixture.claim())
        #expect(leased.job.queue == "work")
        try fixture.enqueue(.fixture(1))
        #expect(try fixture.queue.jobs([.fixture(1)]) == [leased.job])
        #expect(try fixture.queue.history(.fixture(1)).count == 2)
    }

    @Test func `A job that needs an unknown one is refused with all it came with`() throws {
        let error = #expect(throws: DatabaseError.self) {
            try fixture.enqueue(.fixture(1), .fixture(2, after: [99]))
        }
        #expect(error?.kind == .constraint)
        #expect(try fixture.queue.jobs([.fixture(1), .fixture(2)]).isEmpty)
    }

    @Test func `There is work until the last job is settled`() throws {
        #expect(try !fixture.queue.hasWork())
        try fixture.enqueue(.fixture(1))
        #expect(try fixture.queue.hasWork())
        let lease = try #require(try fixture.claim()).lease
        #expect(try fixture.queue.hasWork())
        try fixture.queue.complete(lease)
        #expect(try !fixture.queue.hasWork())
    }

    @Test func `Many workers at once never share a job, and none is left over`() async throws {
        let count = 60
        for number in 0..<count {
            try fixture.enqueue(.fixture(number, after: number % 3 == 0 ? [] : [number - 1]))
        }
        let path = fixture.database.path
        let claims = try await withThrowingTaskGroup(of: [Job.ID].self) { group in
            for worker in 1...8 {
                group.addTask {
                    let queue = JobQueue(database: try SQLiteDatabase(path: path))
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
