import AccountService
import Database
import Foundation
import Generation
import Jobs
import Logging
import Pipeline
import Providers

/// Threads that carry out what the service is asked to make, until they are told to leave.
struct WorkerCrew: Sendable {
    let database: any SQLDatabase
    let settings: RemoteSettings
    let vendors: ProviderDesk
    let files: WorkFiles
    /// Where results come down.
    let landing: String
    let size: Int
    let logger: Logger
    /// Milliseconds since 1970.
    let now: @Sendable () -> Int
    /// Waits for a tenth of a second.
    var nap: @Sendable () -> Void = { Thread.sleep(forTimeInterval: 0.1) }

    /// How many things are asked for at a time: most of it is waiting.
    static let usualSize = 8

    /// Returns a number of threads that there may be.
    static func size(_ wish: Int) throws -> Int {
        guard (1...256).contains(wish) else {
            throw Complaint("--concurrency takes a number from 1 to 256.")
        }
        return wish
    }

    /// Seconds after which what came down and was never taken over goes.
    private static let leftover = 14 * 86_400.0

    /// Works until `departure` is asked for; what waits for a vendor then is
    /// given back with its ticket, and another worker goes on with it.
    func work(until departure: Departure) async {
        logger.info("works", metadata: ["concurrency": "\(size)"])
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<size { group.addTask { await thread(departure) } }
        }
        logger.info("works no more")
    }

    private func thread(_ departure: Departure) async {
        await withCheckedContinuation { continuation in
            let thread = Thread {
                let worker = worker(departure)
                worker.run { error in
                    logger.error("no job was taken", metadata: ["error": "\(type(of: error))"])
                }
                continuation.resume()
            }
            thread.name = "worker"
            thread.start()
        }
    }

    private func worker(_ departure: Departure) -> RequestWorker {
        let queue = JobQueue(database: database, clock: now)
        let desk = RequestDesk(landing: landing, nap: nap) { (id) throws(ProviderError) in
            try vendors.provider(id)
        }
        desk.sweep(olderThan: Self.leftover)
        return RequestWorker(
            queue: queue,
            ledger: ServiceLedger(
                desk: RemoteWorkDesk(database, settings: settings, now: now),
                queue: queue,
                files: files
            ),
            desk: desk,
            claimed: [RemoteWorkDesk.queueName],
            owner: .current(),
            clock: now,
            departure: departure,
            tell: { job, outcome in
                // No word of what was asked for.
                logger.info(
                    "worked",
                    metadata: [
                        "job": "\(job.id)", "vendor": "\(job.provider ?? "")",
                        "attempt": "\(job.attempt)", "outcome": "\(outcome.rawValue)",
                    ]
                )
            }
        )
    }
}
