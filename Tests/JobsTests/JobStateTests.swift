import Jobs
import Testing

struct JobStateTests {
    /// Each line: a state, and what can happen to it with what comes of it.
    static let table: [(JobState, [JobTransition: JobState])] = [
        (
            .waiting,
            [.freed: .available, .freedForLater: .scheduled, .cancelled: .cancelled]
        ),
        (.scheduled, [.due: .available, .cancelled: .cancelled]),
        (.available, [.claimed: .running, .cancelled: .cancelled]),
        (
            .running,
            [
                .completed: .completed, .failed: .failed, .postponed: .retrying,
                .released: .available, .rescued: .available, .poisoned: .failed,
                .doubted: .uncertain, .cancelled: .cancelled,
            ]
        ),
        (.retrying, [.due: .available, .cancelled: .cancelled]),
        (.completed, [:]),
        (.failed, [.retried: .available, .retriedInTurn: .waiting]),
        (.cancelled, [.retried: .available, .retriedInTurn: .waiting]),
        (
            .uncertain,
            [.retried: .available, .confirmed: .available, .cancelled: .cancelled]
        ),
    ]

    @Test(arguments: table)
    func `Each state goes where the table says, and nowhere else`(
        state: JobState,
        moves: [JobTransition: JobState]
    ) {
        for transition in JobTransition.allCases {
            #expect(state.after(transition) == moves[transition], "\(state) \(transition)")
        }
    }

    @Test func `The table covers every state`() {
        #expect(Set(Self.table.map(\.0)) == Set(JobState.allCases))
    }

    @Test func `Only what is over counts as settled`() {
        #expect(
            JobState.allCases.filter(\.isSettled) == [.completed, .failed, .cancelled, .uncertain]
        )
    }
}

struct RetryPolicyTests {
    let policy = RetryPolicy(base: 2, ceiling: 60, retryAfterCeiling: 600)

    private func delay(_ tries: Int, _ random: Double, retryAfter: Double? = nil) -> Int {
        let failure = JobFailure(message: "x", isTransient: true, retryAfter: retryAfter)
        return policy.delay(after: failure, tries: tries, random: random)
    }

    @Test func `The wait doubles up to its ceiling`() {
        #expect(
            [1, 2, 3, 4, 5, 6, 40].map { delay($0, 1) } == [
                2000, 4000, 8000, 16000, 32000, 60000, 60000,
            ]
        )
    }

    @Test func `The lot takes off up to a half`() {
        #expect(delay(1, 0) == 1000)
        #expect(delay(1, 0.5) == 1500)
        #expect(delay(1, -7) == 1000)
        #expect(delay(1, .nan) == 1500)
    }

    @Test(arguments: [0, 0.25, 1])
    func `A wait that was asked for is never shortened`(random: Double) {
        #expect(delay(1, random, retryAfter: 30) >= 30_000)
        #expect(delay(1, random, retryAfter: 30) <= 33_000)
    }

    @Test func `A wait beyond all reason is cut`() {
        #expect(delay(1, 0, retryAfter: 1e300) == 600_000)
        #expect(delay(1, 0, retryAfter: .infinity) == 1000)
        #expect(delay(1, 0, retryAfter: -5) == 1000)
    }
}
