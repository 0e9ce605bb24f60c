import Database
import DatabaseFixtures
import Foundation
import Jobs
import Synchronization

/// Measures the queue on one engine; one line a figure: its name, a tab, its value.
///
///     job-bench sqlite|postgres rate|batch|latency|cancel|depth|peer [workers] [seconds]
@main
struct JobBench {
    static func main() throws {
        let words = CommandLine.arguments
        guard words.count > 2, let engine = Engine(rawValue: words[1]) else { exit(2) }
        let workers = words.count > 3 ? Int(words[3]) ?? 1 : 1
        let seconds = words.count > 4 ? Double(words[4]) ?? 3 : 3
        let bench = try JobBench(engine: engine, workers: workers, seconds: seconds)
        switch words[2] {
        case "rate": try bench.rate(batch: 1)
        case "batch": try bench.rate(batch: 50)
        case "latency": try bench.latency()
        case "cancel": try bench.cancel()
        case "depth": try bench.depth()
        case "peer": try bench.peer()
        default: exit(2)
        }
    }

    let fixture: DatabaseFixture
    let queue: JobQueue
    let workers: Int
    let seconds: Double

    init(engine: Engine, workers: Int, seconds: Double) throws {
        fixture = try DatabaseFixture(engine)
        try Migrator(JobQueue.migrations).migrate(fixture.database)
        queue = JobQueue(database: fixture.database)
        self.workers = workers
        self.seconds = seconds
    }

    /// Claims and completes for some seconds; the jobs are there before.
    ///
    /// `cpu` is what a job costs a worker's thread in microseconds, by the tenth
    /// of its turns that cost the least, as others on the machine only add.
    func rate(batch: Int) throws {
        try enqueue(batch == 1 ? Int(seconds * 8000) : Int(seconds * 60_000))
        let (fixture, seconds) = (fixture, seconds)
        let done = Atomic(0)
        let costs = Mutex<[Double]>([])
        let group = DispatchGroup()
        let clock = ContinuousClock()
        let start = clock.now
        for _ in 0..<workers {
            group.enter()
            Thread.detachNewThread {
                defer { group.leave() }
                guard let database = try? DatabaseFixture.open(fixture.engine, fixture.address)
                else { return }
                let queue = JobQueue(database: database)
                let owner = JobOwner.current()
                while clock.now - start < .seconds(seconds) {
                    let spent = Self.processorTime()
                    guard
                        let leased = try? queue.claim(queues: nil, owner: owner, limit: batch),
                        !leased.isEmpty
                    else { continue }
                    if leased.count == 1 {
                        try? queue.complete(leased[0].lease)
                    } else {
                        _ = try? queue.complete(leased.map(\.lease))
                    }
                    done.add(leased.count, ordering: .relaxed)
                    let cost = (Self.processorTime() - spent) / Double(leased.count)
                    costs.withLock { $0.append(cost * 1e6) }
                }
            }
        }
        group.wait()
        let rate = Double(done.load(ordering: .relaxed)) / (clock.now - start).seconds
        print("rate\t\(Int(rate))")
        let sorted = costs.withLock { $0.sorted() }
        if !sorted.isEmpty { print("cpu\t\((sorted[sorted.count / 10] * 10).rounded() / 10)") }
    }

    /// Seconds that this thread has had of the processor.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// How long after the commit of a job an idle worker has it.
    func latency() throws {
        let (fixture, rounds) = (fixture, 200)
        let claimed = DispatchSemaphore(value: 0)
        let clock = ContinuousClock()
        let stamps = Mutex<[ContinuousClock.Instant]>([])
        Thread.detachNewThread {
            guard let database = try? DatabaseFixture.open(fixture.engine, fixture.address) else {
                return
            }
            let queue = JobQueue(database: database)
            let owner = JobOwner.current()
            while true {
                guard let counter = try? queue.changeCounter() else { return }
                if let leased = try? queue.claim(queues: nil, owner: owner) {
                    stamps.withLock { $0.append(clock.now) }
                    try? queue.complete(leased.lease)
                    claimed.signal()
                } else {
                    try? queue.waitForChange(since: counter, milliseconds: 1000)
                }
            }
        }
        var waits: [Double] = []
        for _ in 0..<rounds {
            usleep(UInt32.random(in: 10_000...30_000))
            try enqueue(1)
            let sent = clock.now
            claimed.wait()
            let start = stamps.withLock { $0.removeLast() }
            waits.append((start - sent).seconds * 1000)
        }
        waits.sort()
        print("p50\t\(waits[rounds / 2])")
        print("p95\t\(waits[rounds * 95 / 100])")
    }

    /// What a claim and completion costs an empty queue, and one with a past and a future.
    func depth() throws {
        try enqueue(2000)
        let empty = try cost(of: 500)
        let now = WallClock.milliseconds()
        try fill(1_000_000, state: "completed", at: now)
        try fill(100_000, state: "available", at: now)
        if fixture.engine == .postgres {
            _ = try fixture.database.write { try $0.execute("ANALYZE") }
        }
        let full = try cost(of: 500)
        print("empty\t\(empty)")
        print("full\t\(full)")
    }

    /// Microseconds of the median.
    private func cost(of count: Int) throws -> Double {
        let owner = JobOwner.current()
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<count {
            let start = clock.now
            guard let leased = try queue.claim(queues: nil, owner: owner) else { break }
            try queue.complete(leased.lease)
            times.append((clock.now - start).seconds * 1e6)
        }
        times.sort()
        return times.isEmpty ? 0 : times[times.count / 2]
    }

    func enqueue(_ count: Int) throws {
        var random = SystemRandomNumberGenerator()
        let now = WallClock.milliseconds()
        for start in stride(from: 0, to: count, by: 5000) {
            let jobs = (start..<min(start + 5000, count)).map { _ in
                NewJob(id: Job.ID(at: now, using: &random), queue: "work", kind: "k", payload: "{}")
            }
            try fixture.database.write { _ = try queue.enqueue(jobs, on: $0) }
        }
    }

    /// Writes rows as they stand after a long time, with their history.
    private func fill(_ count: Int, state: String, at now: Int) throws {
        let series = """
            WITH RECURSIVE numbers (n) AS (
                SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < \(count)
            ),
            base (b) AS (SELECT MAX(sequence) FROM job)
            """
        try fixture.database.write { connection in
            try connection.execute(
                """
                \(series)
                INSERT INTO job (
                    sequence, rank, id, queue, lane, kind, payload, state, priority, max_attempts,
                    run_at, created_at, started_at, finished_at
                )
                SELECT b + n, b + n, '\(state)-' || (b + n), 'work', 'work', 'k', '{}', '\(state)',
                    0, 3, \(now), \(now), \(now), \(now) + n
                FROM numbers, base WHERE true
                """
            )
            try connection.execute(
                """
                INSERT INTO job_event (job, at, transition, state, attempt)
                SELECT sequence, \(now), NULL, '\(state)', 0 FROM job WHERE state = '\(state)'
                """
            )
            // Ids as every reader expects them.
            try connection.execute(
                """
                UPDATE job SET id = '00000000-0000-7000-8000-' || SUBSTR('000000000000' || sequence, -12)
                WHERE id LIKE '\(state)-%'
                """
                .replacingOccurrences(
                    of: "SUBSTR('000000000000' || sequence, -12)",
                    with: fixture.engine == .sqlite
                        ? "SUBSTR('000000000000' || sequence, -12)"
                        : "LPAD(CAST(sequence AS TEXT), 12, '0')"
                )
            )
        }
        guard fixture.engine == .postgres else { return }
        _ = try fixture.database.write {
            try $0.rows("SELECT setval('job_sequence', MAX(sequence)) FROM job")
        }
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
