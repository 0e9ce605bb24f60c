import Testing

@testable import Jobs

/// Walks through all that can happen to a job, by the very rules that the queue uses.
struct StateModelTests {
    /// What of a job decides what can happen to it, with the counts cut where they no longer matter.
    private struct Spot: Hashable {
        let state: JobState
        let attempt: Int
        let rescues: Int
        let isCancelRequested: Bool
        let isSubmitting: Bool
        let hasTicket: Bool
        let isLate: Bool

        init(_ job: JobRecord) {
            state = job.state
            attempt = min(job.attempt, 4)
            rescues = min(job.rescues, 3)
            isCancelRequested = job.isCancelRequested
            isSubmitting = job.isSubmitting
            hasTicket = job.ticket != nil
            isLate = job.runAt > StateModelTests.now
        }
    }

    private static let now = 1000
    private typealias Step = @Sendable (JobRecord) -> JobRecord?

    private static func step(_ change: @escaping @Sendable (inout JobRecord) -> JobTransition?)
        -> Step
    {
        { job in
            var job = job
            return change(&job) == nil ? nil : job
        }
    }

    /// What the world does without being asked: time passes, workers work and die.
    private static let fate: [Step] = [
        step { $0.free(now: now) },
        step { job in
            job.runAt = min(job.runAt, now)
            return job.fallDue(now: now, longest: .max / 2)
        },
        step { $0.claim(by: .fixture(), now: now, lease: 10) },
        step { $0.complete(now: now) },
        step { $0.fail(JobFailure(message: "x"), now: now, random: 1, policy: .standard) },
        step {
            $0.fail(
                JobFailure(message: "x", isTransient: true),
                now: now,
                random: 1,
                policy: .standard
            )
        },
        step { $0.release(now: now) },
        step { $0.rescue(now: now, isOwnerAlive: false, limit: 3) },
        step { $0.rescue(now: now, isOwnerAlive: true, limit: 3) },
        { job in
            guard job.state == .running, job.ticket == nil, !job.isSubmitting else { return nil }
            var job = job
            job.isSubmitting = true
            return job
        },
        { job in
            guard job.isSubmitting else { return nil }
            var job = job
            job.isSubmitting = false
            job.ticket = "t"
            return job
        },
        step { $0.doubt(JobFailure(message: "x"), now: now) },
    ]

    /// What a person may ask for.
    private static let wishes: [Step] = [
        { job in
            guard job.state == .running else { return nil }
            var job = job
            job.isCancelRequested = true
            return job
        },
        step { $0.state == .running ? nil : $0.cancel(reason: nil, now: now) },
        step { $0.retry(inTurn: false, now: now) },
        step { $0.retry(inTurn: true, now: now) },
        step { $0.confirm(ticket: "t", now: now) },
    ]

    private static func start(_ state: JobState, at time: Int) -> JobRecord {
        var job = JobRecord(.fixture(1), sequence: 1, state: state, now: now)
        job.runAt = time
        return job
    }

    /// Every spot that can be reached, with where it leads by fate alone.
    private static let map: [Spot: (job: JobRecord, next: [Spot])] = {
        var open = [
            start(.available, at: now), start(.waiting, at: now), start(.waiting, at: now + 9),
            start(.scheduled, at: now + 9),
        ]
        var map: [Spot: (job: JobRecord, next: [Spot])] = [:]
        while let job = open.popLast() {
            guard map[Spot(job)] == nil else { continue }
            let fated = fate.compactMap { $0(job) }
            map[Spot(job)] = (job, fated.map(Spot.init))
            open += fated + wishes.compactMap { $0(job) }
        }
        return map
    }()

    @Test func `Every state there is can be reached`() {
        #expect(Set(Self.map.keys.map(\.state)) == Set(JobState.allCases))
        #expect(Self.map.count > 100)
    }

    @Test func `From everywhere the world alone comes to an end`() {
        var ended = Set(Self.map.keys.filter(\.state.isSettled))
        var count = -1
        while count != ended.count {
            count = ended.count
            for (spot, value) in Self.map where value.next.contains(where: ended.contains) {
                ended.insert(spot)
            }
        }
        let stuck = Self.map.keys.filter { !ended.contains($0) }
        #expect(stuck.isEmpty)
    }

    @Test func `What is settled stays so until somebody asks`() {
        for (spot, value) in Self.map where spot.state.isSettled { #expect(value.next.isEmpty) }
    }

    @Test func `Whoever runs holds a lease, and nobody else does`() {
        for (spot, value) in Self.map {
            #expect((spot.state == .running) == (value.job.owner != nil))
            #expect((spot.state == .running) == (value.job.leaseExpiresAt != nil))
            #expect(!spot.isSubmitting || spot.state == .running)
        }
    }

    @Test func `A request that may be on its way is never sent again by itself`() {
        for (spot, value) in Self.map where spot.isSubmitting {
            for next in value.next where next.state != .running {
                let isOver = next.state.isSettled
                #expect(isOver, "\(spot) \(next)")
            }
        }
    }

    @Test func `A job kills at most three workers`() {
        for (spot, value) in Self.map where spot.state == .running && spot.rescues == 2 {
            let after = Self.step { $0.rescue(now: Self.now, isOwnerAlive: false, limit: 3) }
            let end = after(value.job)?.state
            #expect(end == .failed || end == .cancelled || end == .uncertain)
        }
    }
}
