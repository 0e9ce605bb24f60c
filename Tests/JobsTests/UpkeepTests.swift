import Database
import DatabaseFixtures
import Testing

@testable import Jobs

struct UpkeepTests {
    @Test(arguments: Engine.allCases)
    func `A key is one job's until it is settled`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        var (one, two) = (NewJob.fixture(1), NewJob.fixture(2))
        one.uniqueKey = "proxy"
        two.uniqueKey = "proxy"
        #expect(try fixture.enqueue(one, two) == [.fixture(1), .fixture(1)])
        try fixture.queue.fail(
            try #require(try fixture.claim()).lease,
            JobFailure(message: "x"),
            random: 0
        )
        #expect(try fixture.enqueue(two) == [.fixture(2)])
        try fixture.queue.retry([.fixture(1)])
        #expect(try fixture.states(1, 2) == [.failed, .available])
    }

    @Test(arguments: Engine.allCases)
    func `A job for later begins at its time, also when it waited for another`(
        engine: Engine
    ) throws {
        let fixture = try QueueFixture(engine)
        var (two, three) = (NewJob.fixture(2), NewJob.fixture(3, after: [1]))
        two.runAt = 1_000_500
        three.runAt = 1_000_500
        try fixture.enqueue(.fixture(1), two, three)
        #expect(try fixture.states(1, 2, 3) == [.available, .scheduled, .waiting])
        try fixture.queue.complete(try #require(try fixture.claim()).lease)
        #expect(try fixture.states(2, 3) == [.scheduled, .scheduled])
        #expect(try !fixture.queue.hasWork(within: 499))
        #expect(try fixture.queue.hasWork(within: 500))
        fixture.clock.advance(500)
        #expect(try fixture.claimAll() == [.fixture(2), .fixture(3)])
    }

    @Test(arguments: Engine.allCases)
    func `A schedule queues one job a turn, and one for all that were missed`(
        engine: Engine
    ) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        let nightly = JobSchedule(
            name: "clean",
            queue: "work",
            kind: "clean",
            payload: "{}",
            every: 1000
        )
        try queue.schedule(nightly)
        try queue.schedule(nightly)
        #expect(try queue.runSchedules() == 0)
        fixture.clock.advance(3500)
        #expect(try queue.runSchedules() == 1)
        #expect(try queue.runSchedules() == 0)
        fixture.clock.advance(1000)
        #expect(try queue.runSchedules() == 1)
        #expect(try fixture.claimAll().count == 1)
        try queue.unschedule("clean")
        fixture.clock.advance(9000)
        #expect(try queue.runSchedules() == 0)
    }

    @Test(arguments: Engine.allCases)
    func `What ended long ago is removed, but for what is still needed`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2), .fixture(3), .fixture(4, after: [2]))
        for number in 1...3 {
            let lease = try #require(try fixture.claim()).lease
            try queue.log(lease, "did \(number)")
            try queue.complete(lease)
        }
        fixture.clock.advance(1000)
        let retention = JobQueue.Retention(completed: 1000, stopped: 1000)
        let sparing = "SELECT id FROM job WHERE id = '\(Job.ID.fixture(3))'"
        #expect(try queue.clean(keeping: retention, sparing: sparing) == 1)
        #expect(
            try queue.jobs((1...4).map(Job.ID.fixture)).map(\.id) == [2, 3, 4].map(Job.ID.fixture)
        )
        let left = try fixture.database.read { try $0.rows("SELECT DISTINCT job FROM job_event") }
        #expect(left.count == 3)
        #expect(try queue.log(of: .fixture(3)).map(\.text) == ["did 3"])
    }

    @Test(arguments: Engine.allCases)
    func `The list tells the order of what runs and waits, then what ended`(
        engine: Engine
    ) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        for number in 1...4 { try fixture.enqueue(.fixture(number)) }
        try queue.complete(try #require(try fixture.claim()).lease)
        _ = try fixture.claim()
        try queue.move(.fixture(4), to: .first)
        try queue.requestCancel([.fixture(3)])
        #expect(try queue.list(settled: 1).map(\.id) == [2, 4, 3].map(Job.ID.fixture))
        #expect(try queue.list(settled: 5).count == 4)
        #expect(try queue.find("00000000-0000-7000").count == 4)
        #expect(try queue.find("0000004").map(\.id) == [.fixture(4)])
        #expect(try queue.find("%").isEmpty)
        #expect(try queue.find("").isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func `Time that is left comes from what others took`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        var jobs = (1...3).map { NewJob.fixture($0) }
        jobs[0].work = 10
        jobs[1].work = 40
        try fixture.enqueue(jobs[0], jobs[1], jobs[2])
        let first = try #require(try fixture.claim())
        fixture.clock.advance(5000)
        try queue.complete(first.lease)
        let second = try #require(try fixture.claim())
        fixture.clock.advance(2000)
        var metrics = try queue.metrics()
        var now = fixture.clock.read()
        #expect(metrics.millisecondsLeft(of: try fixture.job(2), now: now) == 18_000)
        #expect(metrics.millisecondsLeft(of: try fixture.job(3), now: now) == 500)
        _ = try queue.progress(second.lease, 0.5, note: nil)
        metrics = try queue.metrics()
        now = fixture.clock.read()
        #expect(metrics.millisecondsLeft(of: try fixture.job(2), now: now) == 2000)
        #expect(metrics.counts["work"] == [.running: 1, .available: 1])
        #expect(metrics.completedLastHour == 1)
        #expect(metrics.longestWait == 7000)
    }

    @Test(arguments: Engine.allCases)
    func `Attempts are told with what came of them`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1))
        let lease = try #require(try fixture.claim()).lease
        fixture.clock.advance(10)
        let busy = JobFailure(message: "Busy.", isTransient: true)
        try queue.fail(lease, busy, random: 0)
        fixture.clock.advance(100_000)
        _ = try fixture.claim(.fixture(2))
        let attempts = JobAttempt.attempts(in: try queue.history(.fixture(1)))
        #expect(attempts.map(\.number) == [1, 2])
        #expect(attempts.map(\.outcome) == [.postponed, nil])
        #expect(attempts.map(\.reason) == ["Busy.", nil])
        #expect(attempts.map(\.owner) == [.fixture(1), .fixture(2)])
        #expect(attempts[0].endedAt == attempts[0].startedAt + 10)
    }

    @Test(arguments: Engine.allCases)
    func `Fifty that end together free what waits, and a lost one is told`(
        engine: Engine
    ) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        for number in 1...50 { try fixture.enqueue(.fixture(number)) }
        try fixture.enqueue(.fixture(51, after: Array(1...50)), .fixture(52, after: [7]))
        let leased = try queue.claim(queues: nil, owner: .fixture(), limit: 50)
        #expect(leased.count == 50)
        #expect(try queue.jobs(leased.map(\.job.id)) == leased.map(\.job))
        try queue.release(leased[9].lease)
        #expect(try queue.complete(leased.map(\.lease)) == [leased[9].lease])
        #expect(
            try fixture.states(1, 10, 51, 52) == [.completed, .available, .waiting, .available]
        )
        #expect(try fixture.job(1).finishedAt == 1_000_000)
        #expect(try queue.history(.fixture(1)).map(\.transition) == [nil, .claimed, .completed])
    }
}
