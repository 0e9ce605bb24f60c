import Database
import DatabaseFixtures
import Foundation
import Jobs

/// Somebody who queues takes, and is made to die in the middle of that.
struct Enqueuer {
    let database: any SQLDatabase
    let death: Death
    var random: Dice

    /// How many takes are queued before it leaves.
    private static let takes = 4

    /// Queues takes of three steps each, and writes down beside them, in the
    /// same transaction, what was asked for.
    mutating func run() throws {
        let queue = JobQueue(database: database)
        for _ in 0..<Self.takes {
            let now = WallClock.milliseconds()
            let ids = (0..<3).map { _ in Job.ID(at: now, using: &random) }
            death.pass("enqueue.before")
            try database.write { connection in
                death.pass("enqueue.begun")
                for (step, id) in ids.enumerated() {
                    let job = NewJob(
                        id: id,
                        queue: ["image", "video", "post"][step],
                        kind: step == 1 ? "paid" : "free",
                        payload: "{}",
                        provider: step == 1 ? "vendor" : nil,
                        batch: ids[0].text,
                        dependsOn: step > 0 ? [ids[step - 1]] : [],
                        maxAttempts: 1_000_000
                    )
                    try queue.enqueue([job], on: connection)
                    death.pass("enqueue.step")
                    try connection.execute(
                        "INSERT INTO wanted (job) VALUES ($1)",
                        [.text(id.text)]
                    )
                }
                death.pass("enqueue.written")
            }
            death.pass("enqueue.committed")
        }
    }
}
