import Database
import DatabaseFixtures
import Foundation
import Jobs
import Synchronization

/// A worker that is made to die: it takes jobs, pays for them, leaves files, and settles them, and at one of
/// its points it kills itself with SIGKILL, as a power cut would.
///
///     chaos-worker ENGINE ADDRESS DIRECTORY SEED [die at the nth point, 0 for never] [enqueue]
///
/// Each job does what a step of a take does: a paid request, its ticket, a file that is renamed into the
/// store, a row for it in the transaction that completes the job. With `enqueue` it queues such jobs instead.
@main
struct ChaosWorker {
    static func main() throws {
        let words = CommandLine.arguments
        guard words.count >= 6, let engine = Engine(rawValue: words[1]),
            let seed = UInt64(words[4]),
            let deathAt = Int(words[5])
        else { exit(2) }
        let death = Death(at: deathAt)
        var random = Dice(seed: seed)
        if words.last == "enqueue" {
            let database = try open(engine, words[2])
            var enqueuer = Enqueuer(database: database, death: death, random: random)
            return try enqueuer.run()
        }
        let clock = JumpingClock(using: &random)
        let queue = JobQueue(
            database: try open(engine, words[2]),
            clock: { clock.read() },
            policy: RetryPolicy(base: 0.001, ceiling: 0.002),
            leaseDuration: 300,
            rescueLimit: 1_000_000,
            passing: { death.pass($0.description) }
        )
        var shift = Shift(queue: queue, store: Store(words[3]), death: death, random: random)
        try shift.run()
    }

    /// The line may be cut, or the disk full, while it is being opened.
    private static func open(_ engine: Engine, _ address: String) throws -> any SQLDatabase {
        for _ in 0..<1000 {
            if let database = try? DatabaseFixture.open(engine, address) { return database }
            usleep(2000)
        }
        return try DatabaseFixture.open(engine, address)
    }
}

/// A clock that is set wrong by up to a day, somewhere in the middle of the work of one worker in six, and put right
/// again a while later, as they are.
final class JumpingClock: Sendable {
    private let looks = Atomic(0)
    private let jump: Int
    private let after: Int

    init(using random: inout Dice) {
        let isSet = Int.random(in: 0..<6, using: &random) == 0
        jump = isSet ? Int.random(in: -86_400_000...86_400_000, using: &random) : 0
        after = Int.random(in: 1...40, using: &random)
    }

    func read() -> Int {
        let look = looks.add(1, ordering: .relaxed).newValue
        return WallClock.milliseconds() + ((after..<after + 200).contains(look) ? jump : 0)
    }
}

/// Counts the points that are passed and kills at one.
final class Death: Sendable {
    private let left: Atomic<Int>

    init(at point: Int) { left = Atomic(point) }

    func pass(_ name: String) {
        if left.subtract(1, ordering: .relaxed).newValue == 0 { kill(getpid(), SIGKILL) }
    }
}

/// SplitMix64, so that a seed tells everything.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
