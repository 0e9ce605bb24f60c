import Editorial
import Foundation
package import Jobs
package import Motion

/// Leases the jobs of takes and carries out their steps, one at a time.
///
/// Any number of workers may run, and any may be killed at any instant: what
/// is written down is a step that ended, and a step that did not is run again.
package struct TakeWorker: Sendable {
    /// The queues of the jobs that it knows how to carry out.
    package static let queues = ["image-generation", "video-synthesis", "post-processing"]

    private let queue: JobQueue
    private let ledger: any TakeLedger
    private let presets: PresetLibrary
    private let owner: JobOwner
    private let clock: @Sendable () -> Int

    /// Makes a worker; `clock` gives wall-clock milliseconds.
    package init(
        queue: JobQueue,
        ledger: any TakeLedger,
        presets: PresetLibrary,
        owner: JobOwner,
        clock: @escaping @Sendable () -> Int
    ) {
        self.queue = queue
        self.ledger = ledger
        self.presets = presets
        self.owner = owner
        self.clock = clock
    }

    /// Carries out work until none has come for `idleSeconds`; blocks its thread.
    ///
    /// - Throws: Only when the database itself fails; a step that fails is
    ///   written down with its job.
    package func run(untilIdleFor idleSeconds: Double) throws {
        var idleSince = clock()
        while Double(clock() - idleSince) < idleSeconds * 1000 {
            try queue.rescue()
            if let leased = try queue.claim(queues: Self.queues, owner: owner) {
                try carryOut(leased)
                idleSince = clock()
            } else if try queue.hasWork() {
                // Work that waits for its time or for another worker keeps this one near.
                idleSince = clock()
                Thread.sleep(forTimeInterval: Self.pause)
            } else {
                Thread.sleep(forTimeInterval: Self.pause)
            }
        }
    }

    /// Seconds between two looks at an empty queue.
    private static let pause = 0.1

    private func carryOut(_ leased: LeasedJob) throws {
        let heartbeat = Heartbeat(queue: queue, lease: leased.lease)
        defer { heartbeat.stop() }
        do {
            let (take, result) = try perform(leased, heartbeat: heartbeat)
            try ledger.complete(leased.lease, of: take, leaving: result)
        } catch is StepStopped {
            if !heartbeat.isLost { try queue.cancelled(leased.lease) }
        } catch JobError.leaseLost {
            // Another worker has the job now; whatever this one made is not wanted.
        } catch {
            let failure = StepFailure(error)
            try fail(leased.lease, failure)
        }
    }

    private func fail(_ lease: Lease, _ failure: StepFailure) throws {
        do {
            try queue.fail(
                lease,
                JobFailure(
                    message: failure.message,
                    isTransient: failure.isTransient,
                    retryAfter: nil
                ),
                random: Double.random(in: 0..<1)
            )
        } catch JobError.leaseLost {
            // Another worker has the job now, and its outcome is the one that counts.
        }
    }

    private func perform(
        _ leased: LeasedJob,
        heartbeat: Heartbeat
    ) throws -> (Take.ID, StepResult) {
        guard let payload = StepPayload(leased.job.payload),
            let take = try ledger.take(payload.take)
        else { throw StepFailure("The take of this job is gone; nothing was made.") }
        let context = context(for: take, lease: leased.lease, heartbeat: heartbeat)
        let result =
            switch leased.job.kind {
            case "take.image": try ImageStep(context: context).run()
            case "take.video": try VideoStep(context: context, presets: presets).run()
            case "take.post": try PostStep(context: context).run()
            default:
                throw StepFailure(
                    "This version of Kinema does not know the step “\(leased.job.kind)”; update it."
                )
            }
        return (take.id, result)
    }

    private func context(
        for take: Take,
        lease: Lease,
        heartbeat: Heartbeat
    ) -> StepContext {
        var gate = ProgressGate()
        return StepContext(
            take: take,
            ledger: ledger,
            report: { progress in
                if heartbeat.isCancelRequested || heartbeat.isLost { throw StepStopped() }
                guard let value = gate.pass(progress, at: clock()) else { return }
                _ = try queue.progress(lease, value, note: nil)
            },
            isStopped: { heartbeat.isCancelRequested || heartbeat.isLost }
        )
    }
}
