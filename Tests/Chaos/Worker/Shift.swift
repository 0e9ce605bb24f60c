import Database
import Foundation
import Jobs

/// One worker's shift: until nothing is left that can be worked on.
struct Shift {
    let queue: JobQueue
    let store: Store
    let death: Death
    var random: Dice

    mutating func run() throws {
        let owner = JobOwner.current()
        while true {
            do {
                try queue.rescue()
                try queue.runSchedules()
                let leased = try queue.claim(
                    queues: nil,
                    owner: owner,
                    limit: Int.random(in: 1...3, using: &random)
                )
                for job in leased { try carryOut(job) }
                if leased.isEmpty, try !queue.hasWork() { return }
                if leased.isEmpty { usleep(2000) }
            } catch let error as DatabaseError where error.kind.isTransient || error.kind == .full {
                // The connection was cut, or the disk was full for a while.
                usleep(2000)
            }
        }
    }

    private mutating func carryOut(_ leased: LeasedJob) throws {
        let lease = leased.lease
        let lot = Int.random(in: 0..<20, using: &random)
        do {
            if leased.job.kind == "paid", leased.job.ticket == nil {
                try queue.submitting(lease)
                death.pass("vendor.before")
                store.pay(for: lease.job.text)
                death.pass("vendor.after")
                try queue.submitted(lease, ticket: "ticket-\(lease.job)")
            }
            if case .lost = try queue.progress(lease, 0.5, note: "half") { return }
            switch lot {
            case 0:
                try queue.fail(lease, JobFailure(message: "Again.", isTransient: true), random: 0)
            case 1:
                try queue.release(lease)
            default:
                guard store.adopt(lease.job.text, at: death.pass) else {
                    // The disk is full: it is tried again, as a step of a take is.
                    return try queue.release(lease)
                }
                try queue.complete(lease) { connection in
                    try connection.execute(
                        "INSERT INTO effect (job) VALUES ($1)",
                        [.text(lease.job.text)]
                    )
                }
            }
        } catch JobError.leaseLost {
            // Another worker has it; what this one made is the same file.
        }
    }
}
